package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Meeting;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.text.NameLikeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * People whose name stands in another script and whom no alias makes known. Such a name is taken for that of a person known
 * in Latin letters only where both move at the same house, in the same way, at about the same time, where it sounds alike and
 * where nobody else there sounds nearly as much so. A pure function of the set of tellings.
 */
final class SoftNames {

    private static final double LEAST = 0.60;
    private static final double MARGIN = 0.10;
    private static final int WINDOW_DAYS = 45;

    private final OrganizationKinship kinship;

    SoftNames(OrganizationKinship kinship) {
        this.kinship = kinship;
    }

    /** The tellings, each soft name that is recognised replaced with the person's own. */
    List<Telling> settled(Collection<Telling> tellings) {
        Map<String, List<Telling>> hard = new TreeMap<>();
        List<Telling> soft = new ArrayList<>();
        for (Telling telling : tellings) {
            Meeting meeting = Meeting.of(telling.mention(), kinship);
            if (meeting.house() == null || meeting.day() == null) {
                continue;
            }
            if (meeting.soft()) {
                soft.add(telling);
            } else {
                hard.computeIfAbsent(meeting.house(), key -> new ArrayList<>()).add(telling);
            }
        }
        if (soft.isEmpty()) {
            return List.copyOf(tellings);
        }
        hard.values().forEach(atTheHouse -> atTheHouse.sort(Telling.BY_KEY));
        return tellings.stream()
                .map(telling -> soft.contains(telling) ? settled(telling, hard) : telling)
                .toList();
    }

    private Telling settled(Telling soft, Map<String, List<Telling>> hard) {
        String house =
                Objects.requireNonNull(Meeting.of(soft.mention(), kinship).house());
        return person(soft, hard.getOrDefault(house, List.of()))
                .map(person -> renamed(soft, person))
                .orElse(soft);
    }

    private record Candidate(Telling telling, double likeness) {}

    /** The telling of the one person whose name sounds like a soft one, among those who move likewise. */
    private static Optional<Telling> person(Telling soft, List<Telling> atTheHouse) {
        String name = name(soft);
        Map<String, Candidate> best = new TreeMap<>();
        for (Telling other : atTheHouse) {
            if (sameSort(soft.kind(), other.kind()) && near(soft, other)) {
                Candidate candidate = new Candidate(other, NameLikeness.of(name(other), name));
                best.merge(
                        other.block(),
                        candidate,
                        (one, another) -> another.likeness() > one.likeness() ? another : one);
            }
        }
        List<Candidate> ranked = best.values().stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness())
                        .thenComparing(candidate -> candidate.telling().block()))
                .toList();
        boolean sure = !ranked.isEmpty()
                && ranked.get(0).likeness() >= LEAST
                && (ranked.size() == 1
                        || ranked.get(0).likeness() - ranked.get(1).likeness() >= MARGIN);
        return sure ? Optional.of(ranked.get(0).telling()) : Optional.empty();
    }

    private static String name(Telling telling) {
        Move move = telling.mention().move();
        return move == null ? "" : move.person().name();
    }

    private static boolean sameSort(Kind one, Kind other) {
        return arrival(one) == arrival(other) && (one == Kind.BOARD) == (other == Kind.BOARD);
    }

    private static boolean arrival(Kind kind) {
        return MoveAgreement.HIRES.contains(kind) || kind == Kind.ROLE_CHANGE || kind == Kind.BOARD;
    }

    private static boolean near(Telling one, Telling other) {
        DaySpan first = DaySpan.of(one);
        DaySpan second = DaySpan.of(other);
        return first != null && second != null && !first.wide() && !second.wide() && first.gapTo(second) <= WINDOW_DAYS;
    }

    private static Telling renamed(Telling soft, Telling person) {
        Mention mention = soft.mention();
        Move move = Objects.requireNonNull(mention.move());
        Reference known = Objects.requireNonNull(person.mention().move()).person();
        Move renamed =
                new Move(known, move.from(), move.to(), move.role(), move.team(), move.reportsTo(), move.statement());
        Mention told = new Mention(
                mention.type(),
                mention.kind(),
                mention.status(),
                mention.confidence(),
                mention.salience(),
                mention.held(),
                mention.occurredOn(),
                renamed,
                null,
                null,
                mention.quote(),
                mention.quotePart(),
                mention.quoteStart(),
                mention.quoteEnd());
        return new Telling(soft.mentionId(), soft.ordinal(), person.block(), told, soft.article());
    }
}
