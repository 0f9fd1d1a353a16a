package dev.labwire.timeline;

import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a model in figures, each with who says it. Of values that differ, the maker's own come first, then those that most
 * report.
 *
 * @param contextTokens longest input, in tokens
 * @param parameters number of parameters
 * @param license name of the licence of the weights
 * @param priceIn US dollars per million input tokens
 * @param priceOut US dollars per million output tokens
 * @param benchmarks by name
 */
record Figures(
        List<Figure> contextTokens,
        List<Figure> parameters,
        List<Figure> license,
        List<Figure> priceIn,
        List<Figure> priceOut,
        Map<String, List<Figure>> benchmarks) {

    /**
     * A value, and who reports it.
     *
     * @param unit of a benchmark's score; null of other figures
     */
    record Figure(Object value, @Nullable String unit, List<Reporter> reportedBy) {}

    /**
     * Who reports a figure.
     *
     * @param firstParty true where the maker's own source says so
     */
    record Reporter(
            String url,
            @Nullable String publisher,
            @Nullable Instant publishedAt,
            boolean firstParty) {}

    /** What one article says of the model. */
    record Said(Release release, Reporter reporter) {}

    private record Value(Object value, @Nullable String unit) {}

    static Figures of(List<Said> said) {
        Collector context = new Collector();
        Collector parameters = new Collector();
        Collector license = new Collector();
        Collector priceIn = new Collector();
        Collector priceOut = new Collector();
        Map<String, Collector> benchmarks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Said one : said) {
            Release release = one.release();
            context.add(release.contextTokens(), null, one.reporter());
            parameters.add(release.parameters(), null, one.reporter());
            license.add(release.license(), null, one.reporter());
            priceIn.add(release.priceIn(), null, one.reporter());
            priceOut.add(release.priceOut(), null, one.reporter());
            for (Benchmark benchmark : release.benchmarks()) {
                benchmarks
                        .computeIfAbsent(benchmark.name(), name -> new Collector())
                        .add(benchmark.score(), benchmark.unit(), one.reporter());
            }
        }
        Map<String, List<Figure>> scores = new LinkedHashMap<>();
        benchmarks.forEach((name, collector) -> scores.put(name, collector.figures()));
        return new Figures(
                context.figures(),
                parameters.figures(),
                license.figures(),
                priceIn.figures(),
                priceOut.figures(),
                scores);
    }

    private static final class Collector {

        private final Map<Value, List<Reporter>> values = new LinkedHashMap<>();

        void add(@Nullable Object value, @Nullable String unit, Reporter reporter) {
            if (value != null) {
                List<Reporter> reporters = values.computeIfAbsent(new Value(value, unit), key -> new ArrayList<>());
                if (!reporters.contains(reporter)) {
                    reporters.add(reporter);
                }
            }
        }

        List<Figure> figures() {
            return values.entrySet().stream()
                    .map(entry ->
                            new Figure(entry.getKey().value(), entry.getKey().unit(), List.copyOf(entry.getValue())))
                    .sorted(Comparator.comparing((Figure figure) ->
                                    figure.reportedBy().stream().anyMatch(Reporter::firstParty))
                            .thenComparing(figure -> figure.reportedBy().size())
                            .reversed())
                    .toList();
        }
    }
}
