package dev.labwire.extraction.frame;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Explanation;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.Told;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.scoring.Evidence;
import dev.labwire.extraction.scoring.Feature;
import dev.labwire.extraction.scoring.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * What all sorts of findings have in common on their way to a mention.
 *
 * @param match where it is told best
 * @param evidence what is known for and against it; what can be seen from the match alone is added here
 * @param newsworthy how much speaks for being the news; from 0 on it is
 */
public record Finding(
        FrameMatch match,
        Kind kind,
        Status status,
        @Nullable OccurredOn occurredOn,
        Evidence evidence,
        double newsworthy) {

    private static final double MOST_NEWSWORTHY = 3;
    private static final int MOST_WORDS = 300;

    public Finding {
        Zone zone = match.sentence().sentence().zone();
        evidence.mark(Feature.TITLE, zone == Zone.TITLE);
        evidence.mark(Feature.LIST, zone == Zone.LIST);
        evidence.mark(Feature.BODY, zone == Zone.BODY);
        evidence.mark(Feature.TITLE_CASE, match.sentence().titleCase());
        evidence.mark(Feature.HEDGED, status != Status.CONFIRMED);
        evidence.set(Feature.NEWSWORTHY, Math.max(0, Math.min(newsworthy, MOST_NEWSWORTHY)) / MOST_NEWSWORTHY);
    }

    /** The finding as a mention of a move, held when it is less sure than the scorer's threshold. */
    public Told told(Move move, Scorer scorer) {
        return told(move, null, null, scorer);
    }

    /** The finding as a mention of a release. */
    public Told told(Release release, Scorer scorer) {
        evidence.mark(Feature.RELEASE, true);
        return told(null, release, null, scorer);
    }

    /** The finding as a mention of a deal. */
    public Told told(Deal deal, Scorer scorer) {
        evidence.mark(Feature.DEAL, true);
        return told(null, null, deal, scorer);
    }

    private String words() {
        String words = match.sentence().text(match.from(), match.to());
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
    }

    private Told told(@Nullable Move move, @Nullable Release release, @Nullable Deal deal, Scorer scorer) {
        double confidence = Math.round(scorer.confidence(evidence) * 100) / 100.0;
        AnnotatedSentence sentence = match.sentence();
        Mention mention = new Mention(
                kind.type(),
                kind,
                status,
                confidence,
                newsworthy >= 0 ? Salience.PRIMARY : Salience.BACKGROUND,
                confidence < Scorer.PUBLISHING_THRESHOLD,
                occurredOn,
                move,
                release,
                deal,
                sentence.sentence().quote(),
                sentence.sentence().inTitle() ? Mention.QuotePart.TITLE : Mention.QuotePart.TEXT,
                sentence.sentence().start(),
                sentence.sentence().end());
        return new Told(mention, new Explanation(match.frame().id(), words(), evidence.told()));
    }
}
