package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leaving A for B is one event: a departure goes into the arrival that names the same employer as left, at about that
 * time; or into one that names none, where no other departure or arrival competes.
 */
record Departures(OrganizationKinship kinship) {

    private static final int DAYS_BEFORE = 30;
    private static final int DAYS_AFTER = 7;

    List<Cluster> absorbed(List<Cluster> clusters) {
        List<Cluster> leaves = clusters.stream().filter(Departures::departure).toList();
        List<Cluster> hires = clusters.stream().filter(Departures::hire).toList();
        Map<Cluster, Cluster> hireOfLeave = new IdentityHashMap<>();
        leaves.forEach(leave -> named(leave, hires).ifPresent(hire -> hireOfLeave.put(leave, hire)));
        leaves.stream()
                .filter(leave -> !hireOfLeave.containsKey(leave))
                .filter(leave -> unnamed(leave, hires).size() == 1)
                .filter(leave -> alone(leave, unnamed(leave, hires).get(0), leaves, hireOfLeave))
                .toList()
                .forEach(leave -> hireOfLeave.put(leave, unnamed(leave, hires).get(0)));
        return joined(clusters, leaves, hireOfLeave);
    }

    private static List<Cluster> joined(
            List<Cluster> clusters, List<Cluster> leaves, Map<Cluster, Cluster> hireOfLeave) {
        List<Cluster> result = new ArrayList<>();
        for (Cluster cluster : clusters) {
            if (!hireOfLeave.containsKey(cluster)) {
                result.add(leaves.stream()
                        .filter(leave -> hireOfLeave.get(leave) == cluster)
                        .reduce(cluster, Cluster::plus));
            }
        }
        result.sort(Comparator.comparing(Cluster::first, Telling.BY_KEY));
        return result;
    }

    /** The nearest arrival that names the employer left. */
    private Optional<Cluster> named(Cluster leave, List<Cluster> hires) {
        String left = from(leave);
        return left == null
                ? Optional.empty()
                : hires.stream()
                        .filter(hire -> near(leave, hire) && !leadsTo(hire, left) && names(hire, left))
                        .min(Comparator.comparing((Cluster hire) -> distance(leave, hire))
                                .thenComparing(Cluster::first, Telling.BY_KEY));
    }

    /** The arrivals near by that do not say who is left. */
    private List<Cluster> unnamed(Cluster leave, List<Cluster> hires) {
        String left = from(leave);
        return hires.stream()
                .filter(hire -> near(leave, hire) && from(hire) == null)
                .filter(hire -> left == null || !leadsTo(hire, left))
                .toList();
    }

    private boolean alone(Cluster leave, Cluster hire, List<Cluster> leaves, Map<Cluster, Cluster> taken) {
        return leaves.stream()
                .filter(other -> other != leave && !taken.containsKey(other))
                .noneMatch(other -> unnamed(other, List.of(hire)).size() == 1);
    }

    private static boolean departure(Cluster cluster) {
        return cluster.claims().stream().allMatch(claim -> claim.kind() == Kind.LEAVE);
    }

    private static boolean hire(Cluster cluster) {
        return cluster.claims().stream().anyMatch(claim -> MoveAgreement.HIRES.contains(claim.kind()));
    }

    private static @Nullable String from(Cluster cluster) {
        return cluster.claims().stream()
                .map(Claim::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean names(Cluster hire, String left) {
        return hire.claims().stream().map(Claim::from).anyMatch(from -> from != null && kinship.same(from, left));
    }

    private boolean leadsTo(Cluster hire, String organization) {
        return hire.claims().stream().map(Claim::to).anyMatch(to -> to != null && kinship.same(to, organization));
    }

    private static boolean near(Cluster leave, Cluster hire) {
        DaySpan left = leave.span();
        DaySpan came = hire.span();
        return left != null
                && came != null
                && !left.last().isBefore(came.first().minusDays(DAYS_BEFORE))
                && !left.first().isAfter(came.last().plusDays(DAYS_AFTER));
    }

    private static long distance(Cluster leave, Cluster hire) {
        DaySpan left = Objects.requireNonNull(leave.span());
        DaySpan came = Objects.requireNonNull(hire.span());
        return Math.abs(ChronoUnit.DAYS.between(left.last(), came.last()));
    }
}
