package dev.labwire.timeline.merge;

import dev.labwire.extraction.EventType;
import dev.labwire.text.Hashes;
import java.util.Locale;

/**
 * Names what an article tells, so that a decision finds it again after the article was read anew.
 *
 * @param article key of the article
 * @param block what it was about when the decision was made
 * @param quote hash of the sentence that tells it, whatever its case and spaces
 */
public record TellingKey(String article, EventType type, String block, String quote) {

    private static final int HASH_LENGTH = 32;

    /** The hash of a quote. */
    public static String hash(String quote) {
        String plain = quote.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        return Hashes.sha256Hex(plain).substring(0, HASH_LENGTH);
    }

    /** True for the same sentence of the same article, whatever it is read to be about. */
    boolean isSentenceOf(Telling telling) {
        return isOf(telling) && quote.equals(telling.key().quote());
    }

    /** True for what the same article tells of the same subject, in whatever words. */
    boolean isSubjectOf(Telling telling) {
        return isOf(telling) && block.equals(telling.block());
    }

    private boolean isOf(Telling telling) {
        return article.equals(telling.article().key())
                && type == telling.mention().type();
    }
}
