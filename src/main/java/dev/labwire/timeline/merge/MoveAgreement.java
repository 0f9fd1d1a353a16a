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
record MoveAgreement(OrganizationKinship kinship) implements Agreement {

    static final Set<Kind> HIRES = Set.of(Kind.JOIN, Kind.RETURN, Kind.FOUND);
    private static final int WINDOW_DAYS = 45;
    private static final int APPOINTMENT_DAYS = 30;

    @Override
    public OptionalDouble score(Claim one, Claim other) {
        if (!sameSort(one, other) || !endsFit(one, other)) {
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
