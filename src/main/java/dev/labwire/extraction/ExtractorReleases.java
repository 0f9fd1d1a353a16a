package dev.labwire.extraction;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * When articles are read anew: each release of the engine reads every stored article once more, in the background; the
 * timeline switches from an article's old reading to its new one in one commit. Another engine or other data files make a
 * release by themselves, unless the settings leave it to an admin.
 */
@Singleton
public class ExtractorReleases {

    private final ExtractionStore store;
    private final ArticleExtractor extractor;
    private final ExtractionConfig config;

    ExtractorReleases(ExtractionStore store, ArticleExtractor extractor, ExtractionConfig config) {
        this.store = store;
        this.extractor = extractor;
        this.config = config;
    }

    /**
     * How far the reading of the articles has come.
     *
     * @param release number of the release in force
     * @param extractorVersion the engine it was made for
     * @param currentVersion the engine that runs; another one where an admin has yet to release it
     * @param since when the release was made
     * @param articles how many articles have a text
     * @param read how many of them were read in this release
     */
    public record Progress(
            long release, String extractorVersion, String currentVersion, Instant since, long articles, long read) {}

    /** How far the reading of the articles has come. */
    public Progress progress() {
        ExtractionStore.Release release = current();
        long[] counts = store.progress(release.id());
        return new Progress(
                release.id(), release.version(), extractor.version(), release.since(), counts[0], counts[1]);
    }

    /** Has every article read anew by the engine that runs. */
    public void release() {
        store.release(extractor.version());
    }

    /** The number of the release in force. */
    long inForce() {
        return current().id();
    }

    private synchronized ExtractionStore.Release current() {
        Optional<ExtractionStore.Release> last = store.release();
        boolean stands = last.isPresent()
                && (!config.automaticReread() || last.get().version().equals(extractor.version()));
        return stands ? last.get() : store.release(extractor.version());
    }
}
