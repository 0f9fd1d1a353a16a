package dev.labwire.extraction.scoring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logistic regression over {@link Feature}s: the chance that a reader would agree with a finding. Its weights are learned
 * from labelled articles and lie in {@code lexicon/scorer.yaml}. Immutable; safe for many threads.
 */
public final class Scorer {

    /** Findings less certain than this are held back from the timeline. */
    public static final double PUBLISHING_THRESHOLD = 0.7;

    private static final String FILE = "/lexicon/scorer.yaml";
    private static final String BIAS = "bias";
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;

    private final double bias;
    private final Map<Feature, Double> weights;

    /** A scorer with these weights; a feature without one does not count. */
    public Scorer(double bias, Map<Feature, Double> weights) {
        this.bias = bias;
        this.weights = new EnumMap<>(Feature.class);
        this.weights.putAll(weights);
    }

    /** The scorer with the shipped weights. */
    public static Scorer shipped() {
        try (InputStream in = Scorer.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the scorer's weights are missing");
            }
            Map<String, Double> written =
                    new YAMLMapper().readValue(in, new TypeReference<TreeMap<String, Double>>() {});
            Map<Feature, Double> weights = new EnumMap<>(Feature.class);
            for (Feature feature : Feature.values()) {
                weights.put(feature, written.getOrDefault(feature.wireName(), 0.0));
            }
            return new Scorer(written.getOrDefault(BIAS, 0.0), weights);
        } catch (IOException broken) {
            throw new UncheckedIOException("the scorer's weights cannot be read", broken);
        }
    }

    /** How likely a reader would agree, between 0.01 and 0.99. */
    public double confidence(Evidence evidence) {
        double sum = bias;
        for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * evidence.value(weight.getKey());
        }
        return Math.max(LEAST, Math.min(MOST, 1 / (1 + Math.exp(-sum))));
    }

    /** The weights as the data file has them. */
    public Map<String, Double> weights() {
        Map<String, Double> written = new TreeMap<>();
        written.put(BIAS, bias);
        weights.forEach((feature, weight) -> written.put(feature.wireName(), weight));
        return written;
    }
}
