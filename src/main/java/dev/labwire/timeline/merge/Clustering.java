package dev.labwire.timeline.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Agglomeration that does not depend on order: the best pairs come first, ties go by the keys of the first tellings, and two
 * clusters join only when all their claims agree.
 */
final class Clustering {

    private record Pair(double score, int one, int other) {}

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparingInt(Pair::one)
            .thenComparingInt(Pair::other);

    private final List<Cluster> clusters;
    private final int[] home;
    private final Agreement agreement;

    private Clustering(List<Cluster> sorted, Agreement agreement) {
        this.clusters = new ArrayList<>(sorted);
        this.home = Stream.iterate(0, index -> index + 1)
                .limit(sorted.size())
                .mapToInt(index -> index)
                .toArray();
        this.agreement = agreement;
    }

    /** Merges clusters of one claim each, given in the order of their first tellings. */
    static List<Cluster> of(List<Cluster> sorted, Agreement agreement) {
        return new Clustering(sorted, agreement).run();
    }

    private List<Cluster> run() {
        for (Pair pair : pairs()) {
            join(home[pair.one], home[pair.other]);
        }
        return clusters.stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Cluster::first, Telling.BY_KEY))
                .toList();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < clusters.size(); one++) {
            for (int other = one + 1; other < clusters.size(); other++) {
                addIfFitting(pairs, one, other);
            }
        }
        pairs.sort(BEST_FIRST);
        return pairs;
    }

    private void addIfFitting(List<Pair> pairs, int one, int other) {
        Claim claim = clusters.get(one).claims().get(0);
        Claim another = clusters.get(other).claims().get(0);
        agreement.score(claim, another).ifPresent(score -> pairs.add(new Pair(score, one, other)));
    }

    private void join(int one, int other) {
        if (one == other || !agreement.fit(clusters.get(one), clusters.get(other))) {
            return;
        }
        clusters.set(one, clusters.get(one).plus(clusters.get(other)));
        clusters.set(other, null);
        for (int index = 0; index < home.length; index++) {
            home[index] = home[index] == other ? one : home[index];
        }
    }
}
