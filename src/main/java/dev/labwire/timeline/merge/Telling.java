package dev.labwire.timeline.merge;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Salience;
import java.time.Instant;
import java.util.Comparator;

/**
 * One mention together with the article that makes it.
 *
 * @param mentionId row id, which no decision reads
 * @param ordinal place of the mention among those of its article
 * @param block which other mentions can tell of the same happening
 */
public record Telling(long mentionId, int ordinal, String block, Mention mention, ArticleFacts article) {

    /** By what the telling is, never by when it came. */
    public static final Comparator<Telling> BY_KEY = Comparator.comparing(
                    (Telling telling) -> telling.article().url())
            .thenComparing(telling -> telling.article().key())
            .thenComparing(Telling::ordinal);

    /** By publication, an unknown instant being the latest. */
    public static final Comparator<Telling> BY_PUBLICATION =
            Comparator.comparing(Telling::publishedOrLast).thenComparing(BY_KEY);

    /** By first sight: the first of them carries the id of its event. */
    public static final Comparator<Telling> BY_FIRST_SIGHT = Comparator.comparing(
                    (Telling telling) -> telling.article().firstSeenAt())
            .thenComparing(BY_KEY);

    public Kind kind() {
        return mention.kind();
    }

    public boolean primary() {
        return mention.salience() == Salience.PRIMARY;
    }

    /** A hash of the sentence, whatever its case and spaces. */
    public String sentence() {
        return TellingKey.hash(mention.quote());
    }

    /** What decisions hold on to. */
    public TellingKey key() {
        return TellingKey.of(this);
    }

    public Instant publishedOrLast() {
        Instant published = article.publishedAt();
        return published == null ? Instant.MAX : published;
    }
}
