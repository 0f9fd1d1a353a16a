package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.text.Slug;
import java.util.List;

/** The moves of a document as mentions. */
public final class MoveMentions {

    private final MoveFinder finder;

    public MoveMentions(Lexicon lexicon) {
        this.finder = new MoveFinder(lexicon);
    }

    /** Every move found, news and background alike. */
    public List<Mention> find(Document document, List<AnnotatedSentence> sentences, double threshold) {
        return finder.find(document, sentences).stream()
                .map(draft -> mention(draft, threshold))
                .toList();
    }

    private static Mention mention(MoveDraft draft, double threshold) {
        AnnotatedSentence sentence = draft.match.sentence();
        boolean primary = draft.newsworthy >= 0;
        double certainty =
                Math.max(0.05, Math.min(0.99, draft.certainty + (primary ? Math.min(draft.newsworthy, 3) * 0.02 : 0)));
        Move move = new Move(
                new Reference(Slug.of(draft.person), draft.person),
                draft.from,
                draft.to,
                draft.role,
                draft.team,
                draft.reportsTo,
                draft.statement);
        return new Mention(
                EventType.PEOPLE_MOVE,
                draft.kind,
                draft.status,
                Math.round(certainty * 100) / 100.0,
                primary ? Salience.PRIMARY : Salience.BACKGROUND,
                certainty < threshold,
                draft.occurredOn,
                move,
                null,
                null,
                sentence.sentence().quote(),
                sentence.sentence().inTitle() ? Mention.QuotePart.TITLE : Mention.QuotePart.TEXT,
                sentence.sentence().start(),
                sentence.sentence().end());
    }
}
