package dev.labwire.extraction;

import dev.labwire.extraction.lexicon.Lexicon;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the engine once, from the shipped data files. */
final class ExtractorProducer {

    @Produces
    @Singleton
    Lexicon lexicon() {
        return Lexicon.shipped();
    }

    @Produces
    @Singleton
    Extractor extractor(Lexicon lexicon) {
        return new Extractor(lexicon);
    }
}
