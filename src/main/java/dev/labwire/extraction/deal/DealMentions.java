package dev.labwire.extraction.deal;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Document;
import dev.labwire.extraction.Told;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Finding;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.scoring.Scorer;
import java.util.List;

/** The deals of a document as mentions. */
public final class DealMentions {

    private final DealFinder finder;

    public DealMentions(Lexicon lexicon) {
        this.finder = new DealFinder(lexicon);
    }

    /** Every deal found, news and background alike. */
    public List<Told> find(Document document, List<AnnotatedSentence> sentences, Scorer scorer) {
        return finder.find(document, sentences).stream()
                .map(draft -> told(draft, scorer))
                .toList();
    }

    private static Told told(DealDraft draft, Scorer scorer) {
        Deal deal = new Deal(List.copyOf(draft.parties), draft.amount, null);
        return new Finding(draft.match, draft.kind, draft.status, draft.occurredOn, draft.evidence, draft.newsworthy)
                .told(deal, scorer);
    }
}
