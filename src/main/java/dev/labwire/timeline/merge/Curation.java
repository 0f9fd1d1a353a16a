package dev.labwire.timeline.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an admin decided, laid over what the tellings say by themselves. */
final class Curation {

    /**
     * The tellings of a block as splits part them.
     *
     * @param apart those that an admin said are about something else, by split
     */
    record Parts(List<List<Telling>> apart, List<Telling> rest) {}

    private final List<Decision> inOrder;

    Curation(Collection<Decision> decisions) {
        this.inOrder = decisions.stream().sorted(Decision.IN_ORDER).toList();
    }

    Parts parts(List<Telling> block) {
        Map<String, List<Telling>> apart = new LinkedHashMap<>();
        List<Telling> rest = new ArrayList<>();
        for (Telling telling : block) {
            partedBy(telling, block)
                    .map(split -> apart.computeIfAbsent(split.id(), id -> new ArrayList<>()))
                    .orElse(rest)
                    .add(telling);
        }
        return new Parts(List.copyOf(apart.values()), rest);
    }

    /** The last split that took this telling away from its event: of the tellings of its article, this is the one meant. */
    private Optional<Decision> partedBy(Telling telling, List<Telling> block) {
        return of(Decision.Kind.SPLIT).stream()
                .filter(split -> split.others().stream().anyMatch(key -> {
                    int likeness = key.likeness(telling, split.neighbours());
                    return likeness > 0
                            && block.stream().noneMatch(other -> key.likeness(other, split.neighbours()) > likeness);
                }))
                .reduce((earlier, later) -> later);
    }

    /** The clusters, those in one that an admin said are one. */
    List<Cluster> merged(List<Cluster> clusters) {
        List<Cluster> merged = new ArrayList<>(clusters);
        for (Decision merger : of(Decision.Kind.MERGE)) {
            int into = mostAlike(merger, staying(merger, merger.event()), merged, Cluster::tellings);
            int away = mostAlike(merger, staying(merger, merger.others()), merged, Cluster::tellings);
            if (into >= 0 && away >= 0 && into != away) {
                merged.set(into, merged.get(into).leading(merged.get(away)));
                merged.remove(away);
            }
        }
        return merged;
    }

    /** What a merger is about without what was split off later: of that it says nothing any more. */
    private List<TellingKey> staying(Decision merger, List<TellingKey> keys) {
        Set<TellingKey> parted = inOrder.stream()
                .skip(inOrder.indexOf(merger))
                .filter(decision -> decision.kind() == Decision.Kind.SPLIT)
                .flatMap(split -> split.others().stream())
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> !parted.contains(key)).toList();
    }

    /** Where the one stands that the keys fit best; the first of equals, negative where they fit none. */
    private static <T> int mostAlike(
            Decision decision, List<TellingKey> keys, List<T> all, Function<T, List<Telling>> tellings) {
        int best = -1;
        int most = 0;
        for (int index = 0; index < all.size(); index++) {
            int likeness = decision.likeness(keys, tellings.apply(all.get(index)));
            if (likeness > most) {
                most = likeness;
                best = index;
            }
        }
        return best;
    }

    /** The happenings as corrected, confirmed or hidden. */
    List<Happening> applied(List<Happening> happenings) {
        List<Happening> applied = new ArrayList<>(happenings);
        for (Decision decision : inOrder) {
            int of = mostAlike(decision, decision.event(), applied, Happening::tellings);
            if (of >= 0) {
                applied.set(of, applied(decision, applied.get(of)));
            }
        }
        return applied;
    }

    private static Happening applied(Decision decision, Happening happening) {
        return switch (decision.kind()) {
            case CORRECT -> corrected(decision, happening);
            case CONFIRM -> happening.confirmed(decision);
            case HIDE -> happening.hiddenAway();
            default -> happening;
        };
    }

    private static Happening corrected(Decision decision, Happening happening) {
        Happening corrected = decision.correction().of(happening);
        boolean step = corrected.status() != happening.status()
                || !Objects.equals(corrected.occurredOn(), happening.occurredOn());
        return step ? corrected.decidedBy(decision) : corrected;
    }

    private List<Decision> of(Decision.Kind kind) {
        return inOrder.stream().filter(decision -> decision.kind() == kind).toList();
    }
}
