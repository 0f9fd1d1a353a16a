package dev.labwire.extraction;

import jakarta.inject.Singleton;
import java.util.List;

/**
 * Knows the articles that wait to be read without looking through all of them each time: once after the start and after
 * each release it goes through the articles, from then on through what the log of changes gained.
 */
@Singleton
final class Unread {

    private final ExtractionStore store;

    private long release = -1;
    private long article;
    private boolean passed;
    private long change;

    Unread(ExtractionStore store) {
        this.store = store;
    }

    /** At most so many of the articles that were not read in this release; those that were not kept come again. */
    synchronized List<Long> next(long inRelease, int max) {
        if (release != inRelease) {
            release = inRelease;
            article = 0;
            passed = false;
            change = store.nextChange();
        }
        return passed ? changed(max) : fromAll(max);
    }

    private List<Long> fromAll(int max) {
        List<Long> ids = store.unread(release, article, max);
        if (ids.isEmpty()) {
            passed = true;
            return changed(max);
        }
        article = ids.get(0);
        return ids;
    }

    private List<Long> changed(int max) {
        long next = store.nextChange();
        List<ExtractionStore.Change> changes = store.changes(release, change, max);
        change = changes.isEmpty() ? next : changes.get(0).id();
        return changes.stream().map(ExtractionStore.Change::article).distinct().toList();
    }
}
