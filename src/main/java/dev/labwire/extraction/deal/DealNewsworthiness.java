package dev.labwire.extraction.deal;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;

/** How much speaks for a sentence telling the news of a deal rather than recalling the past. */
final class DealNewsworthiness {

    /** News stands at the top. */
    private static final int LAST_OF_THE_NEWS = 8;

    private final Document document;

    DealNewsworthiness(Document document) {
        this.document = document;
    }

    /** The score of a draft; from 0 on it is news. */
    double of(DealDraft draft, Circumstances circumstances) {
        Zone zone = draft.match.sentence().sentence().zone();
        double score =
                switch (zone) {
                    case TITLE -> 2.5;
                    case LEAD -> 1.6;
                    case LIST -> 1.4;
                    default -> 0.3;
                };
        score += draft.parties.stream().anyMatch(party -> document.title().contains(party.name())) ? 0.6 : 0;
        boolean present = present(draft.match, circumstances);
        boolean aside = draft.match.from() > 0
                && draft.match.sentence().unit(draft.match.from() - 1).word(";");
        score -= aside && !present ? 3 : 0;
        boolean far = draft.match.sentence().sentence().index() > LAST_OF_THE_NEWS;
        score += present ? (far ? 0.3 : 0.8) : 0;
        score -= circumstances.pluperfect() ? 2.5 : 0;
        score -= circumstances.subordinate(draft.match.from()) ? 1.5 : 0;
        boolean old = Circumstances.old(draft.occurredOn, document.publishedOn());
        score -= old ? 4 : 0;
        score += draft.occurredOn != null && !old && document.publishedOn() != null ? 0.7 : 0;
        return score - 1.3;
    }

    /** "has raised", "will invest", "buys": whether the deal is told as of now. */
    private static boolean present(FrameMatch match, Circumstances circumstances) {
        for (int i = match.from(); i < match.to(); i++) {
            Unit unit = match.sentence().unit(i);
            boolean verb = !unit.lemmas().isEmpty() && !match.slots().containsValue(i);
            if (verb && !unit.lemma("be") && !unit.lemma("have")) {
                return circumstances.present(i);
            }
        }
        return false;
    }
}
