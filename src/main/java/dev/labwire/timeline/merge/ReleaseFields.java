package dev.labwire.timeline.merge;

import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.Release;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a model event: each figure elected on its own, the benchmarks by name. */
record ReleaseFields(Ballot ballot) {

    @Nullable
    Release of(List<Telling> tellings, List<Telling> ofItsBlock) {
        Release any = ofItsBlock.get(0).mention().release();
        if (any == null) {
            return null;
        }
        return new Release(
                ballot.electReference(tellings, telling -> release(telling).organization()),
                model(ofItsBlock, any.model().id()),
                elected(tellings, Release::contextTokens),
                elected(tellings, Release::parameters),
                elected(tellings, Release::license),
                elected(tellings, Release::priceIn),
                elected(tellings, Release::priceOut),
                benchmarks(tellings));
    }

    private ModelReference model(List<Telling> tellings, String id) {
        String name = ballot.elect(tellings, telling -> release(telling).model().name());
        String family =
                ballot.elect(tellings, telling -> release(telling).model().family());
        return new ModelReference(id, Objects.requireNonNull(name), family);
    }

    private <T> @Nullable T elected(List<Telling> tellings, Function<Release, @Nullable T> field) {
        return ballot.elect(tellings, telling -> field.apply(release(telling)));
    }

    private List<Benchmark> benchmarks(List<Telling> tellings) {
        Map<String, Benchmark> byName = new TreeMap<>();
        for (Telling telling : tellings) {
            for (Benchmark benchmark : release(telling).benchmarks()) {
                byName.computeIfAbsent(key(benchmark), key -> ballot.elect(tellings, other -> named(key, other)));
            }
        }
        return List.copyOf(byName.values());
    }

    private static @Nullable Benchmark named(String key, Telling telling) {
        return release(telling).benchmarks().stream()
                .filter(benchmark -> key(benchmark).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String key(Benchmark benchmark) {
        return benchmark.name().toLowerCase(Locale.ROOT);
    }

    private static Release release(Telling telling) {
        return Objects.requireNonNull(telling.mention().release());
    }
}
