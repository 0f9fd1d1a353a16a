package dev.labwire.extraction.frame;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import org.jspecify.annotations.Nullable;

/**
 * What all sorts of findings have in common on their way to a mention.
 *
 * @param sentence the one that tells it best
 * @param certainty 0 to 1
 * @param newsworthy how much speaks for being the news; from 0 on it is
 */
public record Finding(
        AnnotatedSentence sentence,
        Kind kind,
        Status status,
        @Nullable OccurredOn occurredOn,
        double certainty,
        double newsworthy) {

    private static final double LEAST = 0.05;
    private static final double MOST = 0.99;

    /** The finding as a mention of a move, held when it is less sure than the threshold. */
    public Mention mention(Move move, double threshold) {
        return mention(move, null, null, threshold);
    }

    /** The finding as a mention of a release. */
    public Mention mention(Release release, double threshold) {
        return mention(null, release, null, threshold);
    }

    /** The finding as a mention of a deal. */
    public Mention mention(Deal deal, double threshold) {
        return mention(null, null, deal, threshold);
    }

    private Mention mention(@Nullable Move move, @Nullable Release release, @Nullable Deal deal, double threshold) {
        boolean primary = newsworthy >= 0;
        double confidence = Math.max(LEAST, Math.min(MOST, certainty + (primary ? Math.min(newsworthy, 3) * 0.02 : 0)));
        return new Mention(
                kind.type(),
                kind,
                status,
                Math.round(confidence * 100) / 100.0,
                primary ? Salience.PRIMARY : Salience.BACKGROUND,
                confidence < threshold,
                occurredOn,
                move,
                release,
                deal,
                sentence.sentence().quote(),
                sentence.sentence().inTitle() ? Mention.QuotePart.TITLE : Mention.QuotePart.TEXT,
                sentence.sentence().start(),
                sentence.sentence().end());
    }
}
