package dev.labwire.extraction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the engine finds names and phrases beside those shipped. */
@ConfigMapping(prefix = "labwire")
interface LexiconConfig {

    /** The folder of lexicon files that are added to the shipped ones; read at the start. */
    Optional<Path> lexiconDir();

    /** The feed list; without a setting, the folder {@code lexicon} beside it is taken. */
    @WithDefault("feeds.yaml")
    Path feedsFile();

    /** The folder to look into, whether it exists or not. */
    default Path lexiconFolder() {
        return lexiconDir().orElseGet(() -> feedsFile().toAbsolutePath().resolveSibling("lexicon"));
    }
}
