package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes happenings of the tellings of some blocks: a pure function of the set of tellings and the set of decisions. Neither
 * the order of the collections nor any row id changes the outcome. Blocks have nothing to do with each other, unless a
 * decision says so.
 */
public final class Merger {

    /** Names this way of merging; events that another way has made are made anew. */
    public static final String VERSION = "6";

    private final OrganizationKinship kinship;

    public Merger(OrganizationKinship kinship) {
        this.kinship = kinship;
    }

    /** The happenings told of, in the order of their first tellings' keys. */
    public List<Happening> merge(Collection<Telling> tellings, Collection<Decision> decisions) {
        Curation curation = new Curation(decisions);
        Map<String, List<Telling>> blocks = new SoftNames(kinship)
                .settled(tellings).stream()
                        .filter(telling -> !telling.mention().held())
                        .sorted(Telling.BY_KEY)
                        .collect(Collectors.groupingBy(Telling::block, TreeMap::new, Collectors.toList()));
        List<Cluster> clusters = blocks.values().stream()
                .flatMap(block -> clusters(block, curation))
                .sorted(Comparator.comparing(Cluster::first, Telling.BY_KEY))
                .toList();
        HappeningWriter writer = new HappeningWriter(kinship);
        List<Happening> happenings =
                curation.merged(clusters).stream().map(writer::happening).toList();
        return new Links(kinship).linked(new Namesakes(kinship).apart(curation.applied(happenings)));
    }

    private Stream<Cluster> clusters(List<Telling> block, Curation curation) {
        Curation.Parts parts = curation.parts(block);
        Agreement agreement = agreement(block);
        return Stream.concat(
                parts.apart().stream().map(Cluster::of).map(Cluster::setApart),
                clusters(parts.rest(), agreement).stream());
    }

    private Agreement agreement(List<Telling> block) {
        return switch (block.get(0).mention().type()) {
            case PEOPLE_MOVE -> MoveAgreement.of(block, kinship);
            case MODEL_RELEASE -> new ReleaseAgreement();
            case DEAL -> new DealAgreement(kinship);
        };
    }

    /** Dated tellings find each other first; undated ones then join what there is, or each other. */
    private static List<Cluster> clusters(List<Telling> told, Agreement agreement) {
        Predicate<Telling> dated = telling -> DaySpan.of(telling) != null;
        List<Cluster> firm = agreement.settle(
                Clustering.of(Cluster.byClaim(told.stream().filter(dated).toList()), agreement));
        Map<Cluster, List<Telling>> recalled = new IdentityHashMap<>();
        List<Telling> homeless = new ArrayList<>();
        told.stream().filter(dated.negate()).forEach(telling -> home(telling, firm, agreement)
                .map(home -> recalled.computeIfAbsent(home, none -> new ArrayList<>()))
                .orElse(homeless)
                .add(telling));
        Stream<Cluster> grown =
                firm.stream().map(cluster -> cluster.plus(Cluster.of(recalled.getOrDefault(cluster, List.of()))));
        return Stream.concat(grown, Clustering.of(Cluster.byClaim(homeless), agreement).stream())
                .toList();
    }

    private static Optional<Cluster> home(Telling undated, List<Cluster> clusters, Agreement agreement) {
        return agreement.home(Cluster.of(List.of(undated)), happenedBefore(undated, clusters));
    }

    /** An article cannot recall what comes after it. */
    private static List<Cluster> happenedBefore(Telling telling, List<Cluster> clusters) {
        LocalDate told = telling.article().publishedOn();
        return clusters.stream()
                .filter(cluster -> told == null
                        || cluster.span() == null
                        || !cluster.span().first().isAfter(told.plusDays(2)))
                .toList();
    }
}
