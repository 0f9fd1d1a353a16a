package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.extraction.ScorerTraining.Example;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.scoring.Evidence;
import dev.labwire.extraction.scoring.Feature;
import dev.labwire.extraction.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Learns the scorer's weights anew from the labelled corpora, in a second or two. {@code ./mvnw -q test
 * -Dtest=ScorerTrainingTest -Dlabwire.scorer=write} writes them to the data file; without that the test holds the data file
 * to them.
 */
class ScorerTrainingTest {

    private static final Logger LOG = Logger.getLogger(ScorerTrainingTest.class);
    private static final int FOLDS = 5;
    /** A change of the engine may move the weights this far before they must be learned anew. */
    private static final double SLACK = 0.1;

    private static final Path FILE = Path.of("src/main/resources/lexicon/scorer.yaml");
    private static final String HEAD = """
            # scorer.yaml: the weights of the confidence scorer, a logistic regression over what speaks for and against a finding
            # (what each feature means: class Feature). Learned from the labelled corpora; do not edit, learn anew:
            # ./mvnw -q test -Dtest=ScorerTrainingTest -Dlabwire.scorer=write
            """;

    private static List<Example> examples;

    @BeforeAll
    static void findEverything() {
        Extractor engine = new Extractor(Lexicon.shipped());
        examples = new ArrayList<>();
        for (String corpus : Corpus.NAMES) {
            for (Corpus.Labelled article : Corpus.read(corpus).articles()) {
                engine.explain(article.document()).told().stream()
                        .filter(told -> told.mention().salience() == Salience.PRIMARY)
                        .forEach(told -> examples.add(example(article, told)));
            }
        }
    }

    private static Example example(Corpus.Labelled article, Told told) {
        List<JsonNode> same = article.events().stream()
                .filter(event -> SameEvent.of(event, told.mention()))
                .toList();
        String story = same.isEmpty() ? article.id() : same.get(0).path("story").asText(article.id());
        return new Example(story, told.explanation().evidence(), !same.isEmpty());
    }

    @Test
    void theShippedWeightsAreTheLearnedOnes() throws IOException {
        Scorer learned = new ScorerTraining(examples).fit();
        if ("write".equals(System.getProperty("labwire.scorer"))) {
            Files.writeString(FILE, written(learned));
            return;
        }
        Map<String, Double> shipped = Scorer.shipped().weights();
        assertThat(learned.weights()).allSatisfy((name, weight) -> assertThat(shipped.getOrDefault(name, 0.0))
                .as(name + ", learned anew; see the command above")
                .isCloseTo(weight, within(SLACK)));
    }

    private static String written(Scorer learned) {
        StringBuilder text = new StringBuilder(HEAD);
        learned.weights().forEach((name, weight) -> {
            if (weight != 0) {
                text.append(name).append(": ").append(weight).append('\n');
            }
        });
        return text.toString();
    }

    /**
     * Every story is judged by weights that were learned without it. A label counts as far as labels of unseen texts would
     * agree, because the engine has been brought to read these articles right.
     */
    @Test
    void confidenceMeansWhatItSaysOnStoriesItWasNotLearnedFrom() {
        double[] expected = new double[10];
        double[] right = new double[10];
        int[] all = new int[10];
        double squared = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Example> rest =
                    examples.stream().filter(example -> fold(example) != left).toList();
            Scorer learned = new ScorerTraining(rest).fit();
            for (Example example : examples) {
                if (fold(example) == fold) {
                    double confidence = learned.confidence(evidence(example));
                    int bin = (int) Math.min(9, confidence * 10);
                    expected[bin] += confidence;
                    all[bin]++;
                    right[bin] += ScorerTraining.agreement(example);
                    squared += Math.pow(confidence - ScorerTraining.agreement(example), 2);
                }
            }
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            if (all[bin] > 0) {
                error += Math.abs(expected[bin] - right[bin]) / examples.size();
                LOG.infof(
                        "confidence %.1f to %.1f: %3d findings, %.3f expected, %.3f right",
                        bin / 10.0, (bin + 1) / 10.0, all[bin], expected[bin] / all[bin], right[bin] / all[bin]);
            }
        }
        LOG.infof(
                "%d findings, %d of them wrong; calibration error %.3f, Brier score %.3f",
                examples.size(),
                examples.stream().filter(example -> !example.right()).count(),
                error,
                squared / examples.size());
        assertThat(error).as("expected calibration error").isLessThan(0.03);
    }

    private static int fold(Example example) {
        return Math.floorMod(example.story().hashCode(), FOLDS);
    }

    private static Evidence evidence(Example example) {
        Evidence evidence = new Evidence(0.5);
        for (Feature feature : Feature.values()) {
            evidence.set(feature, example.value(feature));
        }
        return evidence;
    }

    @Test
    void aFeatureNeverCountsAgainstItsSign() {
        Map<String, Double> weights = Scorer.shipped().weights();
        for (Feature feature : Feature.values()) {
            assertThat(weights.getOrDefault(feature.wireName(), 0.0) * feature.sign())
                    .as(feature.wireName())
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void trainingFindsWhatMadeTheDifference() {
        List<Example> made = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean unknown = i % 2 == 0;
            made.add(new Example("s" + i, unknown ? Map.of("unknown-person", 1.0) : Map.of(), !unknown || i % 10 == 0));
        }
        Scorer learned = new ScorerTraining(made).fit();

        assertThat(learned.weights().get("unknown-person")).isLessThan(-1.5);
        assertThat(learned.confidence(new Evidence(0.9))).isGreaterThan(0.9);
    }
}
