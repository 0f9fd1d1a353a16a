package dev.labwire.extraction;

import dev.labwire.extraction.lexicon.Lexicon;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the engine once, from the shipped data files and those an admin adds. */
final class ExtractorProducer {

    @Produces
    @Singleton
    LoadedLexicon loadedLexicon(LexiconConfig config) {
        return LoadedLexicon.from(config.lexiconFolder().toAbsolutePath().normalize());
    }

    @Produces
    @Singleton
    Lexicon lexicon(LoadedLexicon loaded) {
        return loaded.lexicon();
    }

    @Produces
    @Singleton
    Extractor extractor(Lexicon lexicon) {
        return new Extractor(lexicon);
    }
}
