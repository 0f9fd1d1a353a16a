package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one article says about one happening, with the sentence that says it. Just the body of its own type is present.
 *
 * @param confidence 0 to 1: how likely it is that a reader would agree
 * @param held true when it is below the publishing threshold and stays off the timeline
 * @param quote the sentence, letter for letter as in the article
 * @param quotePart the part of the article that holds the quote
 * @param quoteStart index of its first UTF-16 code unit in that part
 * @param quoteEnd index behind its last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mention(
        EventType type,
        Kind kind,
        Status status,
        double confidence,
        Salience salience,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean held,
        @Nullable OccurredOn occurredOn,
        @Nullable Move move,
        @Nullable Release release,
        @Nullable Deal deal,
        String quote,
        QuotePart quotePart,
        int quoteStart,
        int quoteEnd) {

    /** The parts of an article a quote can stand in. */
    public enum QuotePart {
        @JsonProperty("title")
        TITLE,
        @JsonProperty("text")
        TEXT
    }

    public Mention {
        boolean complete =
                switch (type) {
                    case PEOPLE_MOVE -> move != null && release == null && deal == null;
                    case MODEL_RELEASE -> release != null && move == null && deal == null;
                    case DEAL -> deal != null && move == null && release == null;
                };
        if (!complete || kind.type() != type) {
            throw new IllegalArgumentException("the body of a " + kind + " does not fit its type " + type);
        }
    }
}
