package dev.labwire.extraction.deal;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Document;
import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.List;

/** The deals of a document as mentions. */
public final class DealMentions {

    private final DealFinder finder;

    public DealMentions(Lexicon lexicon) {
        this.finder = new DealFinder(lexicon);
    }

    /** Every deal found, news and background alike. */
    public List<Mention> find(Document document, List<AnnotatedSentence> sentences, double threshold) {
        return finder.find(document, sentences).stream()
                .map(draft -> mention(draft, threshold))
                .toList();
    }

    private static Mention mention(DealDraft draft, double threshold) {
        AnnotatedSentence sentence = draft.match.sentence();
        double certainty =
                Math.min(0.99, draft.certainty + (draft.primary() ? Math.min(draft.newsworthy, 3) * 0.02 : 0));
        return new Mention(
                EventType.DEAL,
                draft.kind,
                draft.status,
                Math.round(certainty * 100) / 100.0,
                draft.primary() ? Salience.PRIMARY : Salience.BACKGROUND,
                certainty < threshold,
                draft.occurredOn,
                null,
                null,
                new Deal(List.copyOf(draft.parties), draft.amount, null),
                sentence.sentence().quote(),
                sentence.sentence().inTitle() ? Mention.QuotePart.TITLE : Mention.QuotePart.TEXT,
                sentence.sentence().start(),
                sentence.sentence().end());
    }
}
