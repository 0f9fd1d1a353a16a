package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ties the moves of one person together: an arrival to the departure before it, where both are events of their own; and a
 * rumour to the arrival somewhere else that put an end to it.
 */
record Links(OrganizationKinship kinship) {

    private static final int YEARS_BETWEEN_JOBS = 2;
    private static final int RUMOUR_DAYS = 180;

    List<Happening> linked(List<Happening> happenings) {
        Map<String, List<Happening>> byPerson = happenings.stream().collect(Collectors.groupingBy(Links::person));
        return happenings.stream()
                .map(one -> linked(one, byPerson.getOrDefault(person(one), List.of())))
                .toList();
    }

    private static String person(Happening happening) {
        Move move = happening.move();
        return move == null ? "" : happening.block() + " " + move.person().id();
    }

    private Happening linked(Happening one, List<Happening> ofThePerson) {
        if (one.move() == null || !MoveAgreement.HIRES.contains(one.kind())) {
            return one;
        }
        Telling departure = sure(one) ? departure(one, ofThePerson) : null;
        Telling outcome = sure(one) ? null : outcome(one, ofThePerson);
        return departure == null && outcome == null ? one : one.linked(departure, outcome);
    }

    /** The last departure before an arrival, from the employer it names or from any where it names none. */
    private @Nullable Telling departure(Happening arrival, List<Happening> others) {
        LocalDate came = arrival.sortDay();
        Optional<Happening> last = others.stream()
                .filter(other -> other.kind() == Kind.LEAVE && sure(other) && !other.hidden())
                .filter(other ->
                        !other.sortDay().isAfter(came) && other.sortDay().isAfter(came.minusYears(YEARS_BETWEEN_JOBS)))
                .filter(other -> left(arrival) == null || same(left(arrival), left(other)))
                .max(Comparator.comparing(Happening::sortDay).thenComparing(Links::first, Telling.BY_KEY));
        return last.map(Links::first).orElse(null);
    }

    /** The first sure arrival elsewhere after a rumour. */
    private @Nullable Telling outcome(Happening rumour, List<Happening> others) {
        LocalDate told = rumour.sortDay();
        Optional<Happening> next = others.stream()
                .filter(other -> MoveAgreement.HIRES.contains(other.kind())
                        && other.status() == Status.CONFIRMED
                        && !other.hidden())
                .filter(other ->
                        !other.sortDay().isBefore(told) && other.sortDay().isBefore(told.plusDays(RUMOUR_DAYS)))
                .filter(other ->
                        joined(rumour) != null && joined(other) != null && !same(joined(rumour), joined(other)))
                .min(Comparator.comparing(Happening::sortDay).thenComparing(Links::first, Telling.BY_KEY));
        return next.map(Links::first).orElse(null);
    }

    private static boolean sure(Happening happening) {
        return happening.status() == Status.CONFIRMED || happening.status() == Status.REPORTED;
    }

    private static Telling first(Happening happening) {
        return happening.tellings().stream().min(Telling.BY_KEY).orElseThrow();
    }

    private static @Nullable String left(Happening happening) {
        Move move = happening.move();
        return move == null ? null : id(move.from());
    }

    private static @Nullable String joined(Happening happening) {
        Move move = happening.move();
        return move == null ? null : id(move.to());
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    private boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && kinship.same(one, other);
    }
}
