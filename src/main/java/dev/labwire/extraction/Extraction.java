package dev.labwire.extraction;

import java.util.List;

/** What the engine found in one document, in reading order. */
public record Extraction(String language, List<Mention> mentions) {

    public Extraction {
        mentions = List.copyOf(mentions);
    }
}
