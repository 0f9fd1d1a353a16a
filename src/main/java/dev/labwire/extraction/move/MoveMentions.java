package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Told;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Finding;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.scoring.Scorer;
import java.util.List;

/** The moves of a document as mentions. */
public final class MoveMentions {

    private final MoveFinder finder;

    public MoveMentions(Lexicon lexicon) {
        this.finder = new MoveFinder(lexicon);
    }

    /** Every move found, news and background alike. */
    public List<Told> find(Document document, List<AnnotatedSentence> sentences, Scorer scorer) {
        return finder.find(document, sentences).stream()
                .map(draft -> told(draft, scorer))
                .toList();
    }

    private static Told told(MoveDraft draft, Scorer scorer) {
        Move move = new Move(
                Names.reference(draft.person),
                draft.from,
                draft.to,
                draft.role,
                draft.team,
                draft.reportsTo,
                draft.statement);
        return new Finding(draft.match, draft.kind, draft.status, draft.occurredOn, draft.evidence, draft.newsworthy)
                .told(move, scorer);
    }
}
