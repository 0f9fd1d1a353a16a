package dev.labwire.extraction;

import java.util.List;

/** What the engine found in one document, in reading order, each with its reasons. */
public record Reading(String language, List<Told> told) {

    public Reading {
        told = List.copyOf(told);
    }

    /** The same without the reasons. */
    public Extraction extraction() {
        return new Extraction(language, told.stream().map(Told::mention).toList());
    }
}
