package dev.labwire.timeline.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tellings held to be of one happening, in the order of their keys, and the different claims they make.
 *
 * @param block whose tellings say whom or what it is about
 */
record Cluster(String block, List<Claim> claims, List<Telling> tellings) {

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
                .map(group -> new Cluster(group.getValue().get(0).block(), List.of(group.getKey()), group.getValue()))
                .toList();
    }

    /** A cluster of these tellings and whatever they claim. */
    static Cluster of(List<Telling> tellings) {
        String block = tellings.isEmpty() ? "" : tellings.get(0).block();
        return new Cluster(block, tellings.stream().map(Claim::of).distinct().toList(), tellings);
    }

    Cluster plus(Cluster other) {
        return new Cluster(
                block,
                Stream.concat(claims.stream(), other.claims.stream()).distinct().toList(),
                Stream.concat(tellings.stream(), other.tellings.stream())
                        .sorted(Telling.BY_KEY)
                        .toList());
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
