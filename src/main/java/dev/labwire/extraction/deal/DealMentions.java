package dev.labwire.extraction.deal;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Document;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Finding;
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
        Deal deal = new Deal(List.copyOf(draft.parties), draft.amount, null);
        return new Finding(
                        draft.match.sentence(),
                        draft.kind,
                        draft.status,
                        draft.occurredOn,
                        draft.certainty,
                        draft.newsworthy)
                .mention(deal, threshold);
    }
}
