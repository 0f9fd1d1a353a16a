package dev.labwire.extraction.release;

import dev.labwire.extraction.Benchmark;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one model, while its document is read. */
final class FactSheet {
    @Nullable
    Long contextTokens;

    @Nullable
    Long parameters;

    @Nullable
    String license;

    @Nullable
    Double priceIn;

    @Nullable
    Double priceOut;

    final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
}
