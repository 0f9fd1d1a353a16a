package dev.labwire.extraction.scoring;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What speaks for and against one finding, gathered while its document is read. Not for several threads. */
public final class Evidence {

    private static final int MOST_SUPPORT = 3;

    private final Map<Feature, Double> values = new EnumMap<>(Feature.class);
    private int supporters;

    /**
     * The evidence of a phrase family.
     *
     * @param weight how sure the family is alone, between 0 and 1
     */
    public Evidence(double weight) {
        double bounded = Math.max(0.01, Math.min(0.99, weight));
        values.put(Feature.FRAME, Math.log(bounded / (1 - bounded)));
    }

    /** Notes a feature that is given or not. */
    public void mark(Feature feature, boolean given) {
        set(feature, given ? 1 : 0);
    }

    /** Notes a feature's value. */
    public void set(Feature feature, double value) {
        values.put(feature, value);
    }

    /** Counts one more sentence that tells the same. */
    public void support() {
        supporters = Math.min(MOST_SUPPORT, supporters + 1);
        values.put(Feature.SUPPORTED, (double) supporters / MOST_SUPPORT);
    }

    /** The value of a feature; 0 where nothing was noted. */
    public double value(Feature feature) {
        return values.getOrDefault(feature, 0.0);
    }

    /** What was noted and is not 0, by name, rounded to two places. */
    public Map<String, Double> told() {
        Map<String, Double> told = new TreeMap<>();
        values.forEach((feature, value) -> {
            if (value != 0) {
                told.put(feature.wireName(), Math.round(value * 100) / 100.0);
            }
        });
        return Collections.unmodifiableMap(told);
    }
}
