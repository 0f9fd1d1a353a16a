package dev.labwire.extraction;

import java.util.Map;

/**
 * Why the engine said something.
 *
 * @param frame id of the phrase family that fits the sentence
 * @param words what of the sentence it fits
 * @param evidence what speaks for and against the finding, by name; see {@link dev.labwire.extraction.scoring.Feature}
 */
public record Explanation(String frame, String words, Map<String, Double> evidence) {

    public Explanation {
        evidence = Map.copyOf(evidence);
    }
}
