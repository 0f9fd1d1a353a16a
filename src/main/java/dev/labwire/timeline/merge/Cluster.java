package dev.labwire.timeline.merge;

import dev.labwire.extraction.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tellings held to be of one happening, in the order of their keys, and the different claims they make.
 *
 * @param block whose tellings say whom or what it is about
 * @param apart true when an admin said that it is an event of its own
 * @param aside those of the tellings that an admin added: they say nothing where they tell of another kind of happening
 */
record Cluster(String block, List<Claim> claims, List<Telling> tellings, boolean apart, Set<Telling> aside) {

    Cluster {
        claims = List.copyOf(claims);
        tellings = List.copyOf(tellings);
    }

    /** One cluster for each claim, in the order of their first tellings. */
    static List<Cluster> byClaim(Collection<Telling> sorted) {
        Map<Claim, List<Telling>> groups = new LinkedHashMap<>();
        sorted.forEach(telling -> groups.computeIfAbsent(Claim.of(telling), claim -> new ArrayList<>())
                .add(telling));
        return groups.entrySet().stream()
                .map(group -> new Cluster(
                        group.getValue().get(0).block(), List.of(group.getKey()), group.getValue(), false, Set.of()))
                .toList();
    }

    /** A cluster of these tellings and whatever they claim. */
    static Cluster of(List<Telling> tellings) {
        String block = tellings.isEmpty() ? "" : tellings.get(0).block();
        return new Cluster(block, tellings.stream().map(Claim::of).distinct().toList(), tellings, false, Set.of());
    }

    Cluster plus(Cluster other) {
        return new Cluster(
                block,
                Stream.concat(claims.stream(), other.claims.stream()).distinct().toList(),
                Stream.concat(tellings.stream(), other.tellings.stream())
                        .sorted(Telling.BY_KEY)
                        .toList(),
                apart,
                aside);
    }

    /** The same, as an event of its own. */
    Cluster setApart() {
        return new Cluster(block, claims, tellings, true, aside);
    }

    /** The same with the tellings of another, which was merged into this one. */
    Cluster leading(Cluster other) {
        Set<Telling> added = Collections.newSetFromMap(new IdentityHashMap<>());
        added.addAll(aside);
        added.addAll(other.tellings);
        Cluster both = plus(other);
        return new Cluster(both.block, both.claims, both.tellings, apart, added);
    }

    /** The tellings that say what the event is: all, but of those that were added only such of a kind that is told of anyway. */
    List<Telling> speaking() {
        Set<Kind> kinds = tellings.stream()
                .filter(telling -> !aside.contains(telling))
                .map(Telling::kind)
                .collect(Collectors.toSet());
        return tellings.stream()
                .filter(telling -> !aside.contains(telling) || kinds.contains(telling.kind()))
                .toList();
    }

    Telling first() {
        return tellings.get(0);
    }

    /** The most telling of the spans claimed. */
    @Nullable
    DaySpan span() {
        return claims.stream()
                .map(Claim::span)
                .filter(Objects::nonNull)
                .min(DaySpan.NARROWEST)
                .orElse(null);
    }
}
