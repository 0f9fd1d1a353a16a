package dev.labwire.timeline.merge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** When two claims of one block are about the same happening; each type of event has its own. */
interface Agreement {

    /** How well the claims fit one happening; empty when they cannot. An open date fits any. */
    OptionalDouble score(Claim one, Claim other);

    /** The one cluster that an undated telling belongs to, if that is clear. */
    Optional<Cluster> home(Cluster undated, List<Cluster> clusters);

    /** A last look at the clusters of dated tellings, with all of them in sight. */
    default List<Cluster> settle(List<Cluster> clusters) {
        return clusters;
    }

    /** True when every claim of the one fits every claim of the other. */
    default boolean fit(Cluster one, Cluster other) {
        return one.claims().stream().allMatch(claim -> other.claims().stream()
                .allMatch(another -> score(claim, another).isPresent()));
    }

    /** What nearness in time adds to a score, or empty when the two are further apart than the window. */
    static OptionalDouble nearness(Claim one, Claim other, int windowDays) {
        DaySpan first = one.span();
        DaySpan second = other.span();
        if (first == null || second == null) {
            return OptionalDouble.of(0);
        }
        long gap = first.gapTo(second);
        if (gap > (first.wide() || second.wide() ? 0 : windowDays)) {
            return OptionalDouble.empty();
        }
        double width = Math.min(1.0, Math.max(first.days(), second.days()) / 366.0);
        return OptionalDouble.of(1 - 0.5 * gap / windowDays - 0.5 * width);
    }
}
