package dev.labwire.timeline.merge;

import dev.labwire.extraction.EventType;
import dev.labwire.text.Hashes;
import java.util.Locale;
import java.util.Set;

/**
 * Names what an article tells, so that a decision finds it again after the article was read anew.
 *
 * @param article key of the article
 * @param block what it was about when the decision was made
 * @param claim kind and organisations, as they were told then
 * @param quote hash of the sentence that tells it, whatever its case and spaces
 */
public record TellingKey(String article, EventType type, String block, String claim, String quote) {

    private static final int HASH_LENGTH = 32;

    private static final int SUBJECT = 8;
    private static final int CLAIM = 4;
    private static final int SENTENCE = 2;

    static TellingKey of(Telling telling) {
        Claim claim = Claim.of(telling);
        return new TellingKey(
                telling.article().key(),
                telling.mention().type(),
                telling.block(),
                claim.kind().wireName() + " " + claim.from() + " " + claim.to() + " "
                        + String.join(" ", claim.organizations()),
                hash(telling.mention().quote()));
    }

    /** The hash of a quote. */
    static String hash(String quote) {
        String plain = quote.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        return Hashes.sha256Hex(plain).substring(0, HASH_LENGTH);
    }

    /**
     * How well a telling is the one that is named, 0 for not at all. Most of all it is about the same subject; the same sentence
     * about another subject is a better reading of it, unless that subject was told of already.
     *
     * @param neighbours the other blocks that the articles told of when the decision was made
     */
    int likeness(Telling telling, Set<String> neighbours) {
        TellingKey other = telling.key();
        if (!article.equals(other.article) || type != other.type) {
            return 0;
        }
        int said = (claim.equals(other.claim) ? CLAIM : 0) + (quote.equals(other.quote) ? SENTENCE : 0);
        if (block.equals(other.block)) {
            return SUBJECT + said;
        }
        return quote.equals(other.quote) && !neighbours.contains(other.block) ? said : 0;
    }
}
