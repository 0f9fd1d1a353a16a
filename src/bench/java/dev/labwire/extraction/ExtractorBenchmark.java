package dev.labwire.extraction;

import dev.labwire.extraction.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many articles one core reads in a second, and how long one takes: {@code ./mvnw -q -Pbench test-compile exec:exec}.
 * One call reads one article; calls go through the articles in turn.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExtractorBenchmark {

    private static final long SEED = 7;
    private static final int LENGTH = 3600;
    private static final List<String> PLAIN = List.of(
            "The council met on Tuesday to talk about the park by the river.",
            "Most of the trees there were planted a century ago, and some of them are ill.",
            "A model of the new bridge stood on a table in the hall.",
            "Visitors from Google and two universities asked how the sensors in the soil work.",
            "Nobody knew what the repairs would cost, but everybody had a view.",
            "In the afternoon the rain came, and the band played under the roof of the station.",
            "The library keeps longer hours in winter, when the students write their papers.",
            "An engineer explained why the old pump makes such a noise.",
            "There was soup, bread and a great deal of tea.",
            "Maria Keller, who has lived in the street since 1980, remembers the flood.",
            "The report has forty pages and a map in colour.",
            "Children had painted the fence in eleven shades of blue.");

    private final Extractor engine = new Extractor(Lexicon.shipped());
    private final List<Document> labelled = Stream.of("dev-moves.jsonl", "dev-models.jsonl")
            .flatMap(name -> Corpus.read(name).articles().stream())
            .map(Corpus.Labelled::document)
            .toList();
    private final List<Document> newsless = newsless(50);
    private int next;

    private static List<Document> newsless(int number) {
        Random chance = new Random(SEED);
        return Stream.generate(() -> newsless(chance)).limit(number).toList();
    }

    private static Document newsless(Random chance) {
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(PLAIN.get(chance.nextInt(PLAIN.size()))).append(chance.nextInt(5) == 0 ? "\n\n" : " ");
        }
        return new Document(null, "An afternoon by the river", text.toString(), LocalDate.of(2026, 3, 12), null, null, "en");
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Extraction labelledArticles() {
        return engine.read(labelled.get(next++ % labelled.size()));
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Extraction articlesWithoutNews() {
        return engine.read(newsless.get(next++ % newsless.size()));
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Extraction timeOfALabelledArticle() {
        return engine.read(labelled.get(next++ % labelled.size()));
    }

    public static void main(String[] arguments) throws RunnerException {
        System.out.printf("the engine and its lexicons take %.1f MB of heap%n", footprint() / 1e6);
        new Runner(new OptionsBuilder().include(ExtractorBenchmark.class.getSimpleName()).build()).run();
    }

    /** What is left on the heap of an engine once it is built, in bytes. */
    private static long footprint() {
        long before = used();
        Extractor engine = new Extractor(Lexicon.shipped());
        long after = used();
        engine.version();
        return after - before;
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
