package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When two claims about one person are one move. Arrivals of any wording go together when they lead to the same place at
 * about the same time; departures, boards and leaves of absence only with their like. That a departure belongs to an
 * arrival is seen afterwards, by {@link Departures}.
 */
record MoveAgreement(OrganizationKinship kinship, List<Claim> departures) implements Agreement {

    static final Set<Kind> HIRES = Set.of(Kind.JOIN, Kind.RETURN, Kind.FOUND);
    private static final int WINDOW_DAYS = 45;
    private static final int APPOINTMENT_DAYS = 30;

    /** For these tellings, whose departures come between one arrival and a later one at the same place. */
    static MoveAgreement of(List<Telling> block, OrganizationKinship kinship) {
        List<Claim> departures = block.stream()
                .filter(telling -> telling.kind() == Kind.LEAVE && telling.primary())
                .map(Claim::of)
                .filter(claim -> claim.span() != null && claim.from() != null)
                .distinct()
                .toList();
        return new MoveAgreement(kinship, departures);
    }

    @Override
    public OptionalDouble score(Claim one, Claim other) {
        if (!sameSort(one, other) || !endsFit(one, other) || cameBack(one, other)) {
            return OptionalDouble.empty();
        }
        OptionalDouble nearness = Agreement.nearness(one, other, window(one.kind(), other.kind()));
        return nearness.isEmpty() ? nearness : OptionalDouble.of(nearness.getAsDouble() + likeness(one, other));
    }

    @Override
    public List<Cluster> settle(List<Cluster> clusters) {
        return new Departures(kinship).absorbed(clusters);
    }

    @Override
    public Optional<Cluster> home(Cluster undated, List<Cluster> clusters) {
        Claim claim = undated.claims().get(0);
        List<Cluster> candidates =
                clusters.stream().filter(cluster -> holds(cluster, claim)).toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** An absorbed departure speaks for its cluster as much as the arrival does. */
    private boolean holds(Cluster cluster, Claim claim) {
        List<Claim> comparable = cluster.claims().stream()
                .filter(other -> sameSort(claim, other))
                .toList();
        if (!comparable.isEmpty()) {
            return comparable.stream().allMatch(other -> score(claim, other).isPresent());
        }
        return claim.kind() == Kind.LEAVE
                && cluster.claims().stream()
                        .anyMatch(other -> HIRES.contains(other.kind()) && known(claim.from(), other.from()));
    }

    /** Whether somebody left the place between the two arrivals there. */
    private boolean cameBack(Claim one, Claim other) {
        DaySpan first = one.span();
        DaySpan second = other.span();
        if (!arrival(one.kind()) || first == null || second == null || one.to() == null) {
            return false;
        }
        DaySpan earlier = first.last().isBefore(second.first()) ? first : second;
        DaySpan later = earlier == first ? second : first;
        return departures.stream()
                .filter(departure -> known(departure.from(), one.to()))
                .map(departure -> Objects.requireNonNull(departure.span()))
                .anyMatch(left ->
                        left.first().isAfter(earlier.last()) && left.last().isBefore(later.first()));
    }

    private static boolean sameSort(Claim one, Claim other) {
        return arrival(one.kind()) ? arrival(other.kind()) : one.kind() == other.kind();
    }

    private static boolean arrival(Kind kind) {
        return HIRES.contains(kind) || kind == Kind.ROLE_CHANGE;
    }

    private boolean endsFit(Claim one, Claim other) {
        return switch (one.kind()) {
            case LEAVE, LEAVE_OF_ABSENCE -> compatible(one.from(), other.from());
            case BOARD ->
                (one.to() == null) == (other.to() == null)
                        && compatible(one.to(), other.to())
                        && (one.to() != null || compatible(one.from(), other.from()));
            default -> one.kind() == other.kind() ? compatible(one.to(), other.to()) : arrivalsFit(one, other);
        };
    }

    /** Different words for an arrival are one arrival only at a place that both name. */
    private boolean arrivalsFit(Claim one, Claim other) {
        boolean promotionOfFounder = Set.of(one.kind(), other.kind()).equals(Set.of(Kind.FOUND, Kind.ROLE_CHANGE));
        return !promotionOfFounder && known(one.to(), other.to());
    }

    private static int window(Kind one, Kind other) {
        return one != other && (one == Kind.ROLE_CHANGE || other == Kind.ROLE_CHANGE) ? APPOINTMENT_DAYS : WINDOW_DAYS;
    }

    private double likeness(Claim one, Claim other) {
        double sameWord = one.kind() == other.kind() ? 0.5 : 0;
        double sameEnd = known(one.to(), other.to()) ? 1 : 0;
        double sameStart =
                one.from() == null || other.from() == null ? 0 : known(one.from(), other.from()) ? 0.5 : -0.3;
        double sameSpelling = Objects.equals(one.to(), other.to()) ? 0.1 : 0;
        return sameWord + sameEnd + sameStart + sameSpelling;
    }

    private boolean known(@Nullable String one, @Nullable String other) {
        return one != null && other != null && kinship.same(one, other);
    }

    private boolean compatible(@Nullable String one, @Nullable String other) {
        return one == null || other == null || kinship.same(one, other);
    }
}
