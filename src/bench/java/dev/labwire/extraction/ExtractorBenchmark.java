package dev.labwire.extraction;

import dev.labwire.extraction.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
@Warmup(iterations = 10, time = 3)
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

    private static final Set<String> WITHOUT_BLANKS = Set.of("zh", "ja", "ko");
    private static final int LENGTH_IN_CHINESE = 1200;
    private static final List<String> PLAIN_CHINESE = List.of(
            "市议会周二开会，讨论河边公园的事情。",
            "那里的大多数树木是一百年前种下的，其中一些已经生病。",
            "新桥的模型放在大厅的一张桌子上。",
            "谷歌和两所大学的访客询问土壤里的传感器怎样工作。",
            "没有人知道修理要花多少钱，但每个人都有自己的看法。",
            "下午下起了雨，乐队就在车站的屋檐下演奏。",
            "图书馆冬天开得更久，因为学生们要写论文。",
            "一位工程师解释了旧水泵为什么会发出这样的声音。",
            "李阿姨从1980年起就住在这条街上，她还记得那场洪水。",
            "报告有四十页，还附有一张彩色地图。");

    private final Lexicon lexicon = Lexicon.shipped();
    private final Extractor engine = new Extractor(lexicon);
    private final List<Document> labelled = Stream.of("dev-moves.jsonl", "dev-models.jsonl")
            .flatMap(name -> Corpus.read(name).articles().stream())
            .map(Corpus.Labelled::document)
            .toList();
    private final List<Document> withoutBlanks = Stream.of("dev-multi.jsonl", "world-practice.jsonl", "world-held.jsonl")
            .flatMap(name -> Corpus.read(name).articles().stream())
            .map(Corpus.Labelled::document)
            .filter(document ->
                    WITHOUT_BLANKS.contains(lexicon.languageGuess().language(document.title(), document.text())))
            .toList();
    private final List<Document> newsless = newsless(PLAIN, " ", LENGTH, "en");
    private final List<Document> newslessChinese = newsless(PLAIN_CHINESE, "", LENGTH_IN_CHINESE, "zh");
    private int next;

    private static List<Document> newsless(List<String> sentences, String between, int length, String language) {
        Random chance = new Random(SEED);
        return Stream.generate(() -> newsless(chance, sentences, between, length, language))
                .limit(50)
                .toList();
    }

    private static Document newsless(
            Random chance, List<String> sentences, String between, int length, String language) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(sentences.get(chance.nextInt(sentences.size()))).append(chance.nextInt(5) == 0 ? "\n\n" : between);
        }
        return new Document(null, sentences.get(0), text.toString(), LocalDate.of(2026, 3, 12), null, null, language);
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
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Extraction labelledArticlesInChineseJapaneseAndKorean() {
        return engine.read(withoutBlanks.get(next++ % withoutBlanks.size()));
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Extraction chineseArticlesWithoutNews() {
        return engine.read(newslessChinese.get(next++ % newslessChinese.size()));
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

    /** What is left on the heap of an engine once it has read an article in each language, in bytes. */
    private static long footprint() {
        List<Document> articles = Corpus.read("dev-multi.jsonl").articles().stream()
                .map(Corpus.Labelled::document)
                .toList();
        long before = used();
        Extractor engine = new Extractor(Lexicon.shipped());
        articles.forEach(engine::read);
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
