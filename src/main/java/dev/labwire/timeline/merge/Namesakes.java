package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of one name apart by their employers: who goes from A to B cannot, within some months, go from C to D, unless
 * they were at C or D before, which then is what an article recalls. The one
 * whose moves begin earlier keeps the id; another's has the employer that their first move leaves behind it. A move that says
 * less goes to the one whose employers it names.
 */
record Namesakes(OrganizationKinship kinship) {

    private static final int MONTHS = 4;

    /** One person's moves. */
    private final class Person {

        private final List<Happening> moves = new ArrayList<>();

        boolean canHave(Happening move) {
            return sharesEmployer(move) || moves.stream().noneMatch(other -> contradict(other, move));
        }

        boolean sharesEmployer(Happening move) {
            return moves.stream().flatMap(Namesakes::employers).anyMatch(known -> employers(move)
                    .anyMatch(named -> kinship.same(known, named)));
        }
    }

    List<Happening> apart(List<Happening> happenings) {
        Map<String, List<Happening>> blocks = happenings.stream()
                .filter(happening -> happening.move() != null)
                .collect(Collectors.groupingBy(Happening::block));
        Map<Happening, Happening> renamed = new IdentityHashMap<>();
        blocks.values().forEach(block -> rename(block, renamed));
        return happenings.stream()
                .map(happening -> renamed.getOrDefault(happening, happening))
                .toList();
    }

    private void rename(List<Happening> block, Map<Happening, Happening> renamed) {
        List<Person> people = people(block);
        if (people.size() < 2) {
            return;
        }
        for (Happening happening : block) {
            Person person = personOf(happening, people);
            if (person != people.get(0)) {
                Move move = Objects.requireNonNull(happening.move());
                String origin = left(person.moves.get(0));
                renamed.put(happening, renamed(happening, move, move.person().id() + "-" + origin));
            }
        }
    }

    private static Happening renamed(Happening happening, Move move, String id) {
        Move own = new Move(
                new Reference(id, move.person().name()),
                move.from(),
                move.to(),
                move.role(),
                move.team(),
                move.reportsTo(),
                move.statement());
        return happening
                .telling(happening.kind(), happening.status(), happening.occurredOn(), own, null, null)
                .headed(happening.headline());
    }

    /** The people whose moves from here to there the block tells of, in the order of their first moves. */
    private List<Person> people(List<Happening> block) {
        List<Person> people = new ArrayList<>();
        block.stream()
                .filter(Namesakes::tellsBothEnds)
                .sorted(Comparator.comparing(Happening::sortDay).thenComparing(Namesakes::first, Telling.BY_KEY))
                .forEach(move -> {
                    List<Person> possible = people.stream()
                            .filter(person -> person.canHave(move))
                            .toList();
                    Person person = possible.stream()
                            .filter(one -> one.sharesEmployer(move))
                            .findFirst()
                            .orElseGet(() -> possible.isEmpty() ? added(people) : possible.get(0));
                    person.moves.add(move);
                });
        return people;
    }

    private Person added(List<Person> people) {
        Person person = new Person();
        people.add(person);
        return person;
    }

    private Person personOf(Happening happening, List<Person> people) {
        return people.stream()
                .filter(person -> person.moves.contains(happening))
                .findFirst()
                .or(() -> people.stream()
                        .filter(person -> person.sharesEmployer(happening))
                        .findFirst())
                .orElse(people.get(0));
    }

    private boolean contradict(Happening one, Happening other) {
        boolean near = !one.sortDay().isAfter(other.sortDay().plusMonths(MONTHS))
                && !other.sortDay().isAfter(one.sortDay().plusMonths(MONTHS));
        return near
                && employers(one).noneMatch(known -> employers(other).anyMatch(named -> kinship.same(known, named)));
    }

    private static boolean tellsBothEnds(Happening happening) {
        boolean sure = happening.status() == Status.CONFIRMED || happening.status() == Status.REPORTED;
        return sure
                && happening.salience() == Salience.PRIMARY
                && happening.occurredOn() != null
                && MoveAgreement.HIRES.contains(happening.kind())
                && employers(happening).count() == 2;
    }

    private static Stream<String> employers(Happening happening) {
        Move move = happening.move();
        return move == null
                ? Stream.empty()
                : Stream.of(move.from(), move.to())
                        .filter(Objects::nonNull)
                        .map(Reference::id)
                        .distinct();
    }

    private static @Nullable String left(Happening happening) {
        Move move = happening.move();
        return move == null || move.from() == null ? null : move.from().id();
    }

    private static Telling first(Happening happening) {
        return happening.tellings().stream().min(Telling.BY_KEY).orElseThrow();
    }
}
