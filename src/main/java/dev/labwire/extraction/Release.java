package dev.labwire.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a model announcement.
 *
 * @param contextTokens longest input, in tokens
 * @param parameters number of parameters (of all experts, where there are several)
 * @param license name of the licence of the weights
 * @param priceIn US dollars per million input tokens
 * @param priceOut US dollars per million output tokens
 */
public record Release(
        @Nullable Reference organization,
        ModelReference model,
        @Nullable Long contextTokens,
        @Nullable Long parameters,
        @Nullable String license,
        @Nullable Double priceIn,
        @Nullable Double priceOut,
        List<Benchmark> benchmarks) {

    public Release {
        benchmarks = List.copyOf(benchmarks);
    }
}
