package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Words;

/** How much speaks for a sentence telling the news of a move rather than recalling the past. */
final class MoveNewsworthiness {

    /** News stands at the top: a sentence further down about somebody the title does not name is rather context. */
    private static final int LAST_OF_THE_NEWS = 10;

    /** what happened earlier is, further down about somebody the title does not name, what went before */
    private static final int NEWS_FOR_DAYS = 28;

    /** letters of a date that is a year */
    private static final int YEAR_ALONE = 4;

    /** What went on one by one took a while: further down, about people the title does not name, it is what went before. */
    private static final double IN_SUCCESSION = 1.5;

    private final Document document;
    private final Words words;

    MoveNewsworthiness(Document document, Words words) {
        this.document = document;
        this.words = words;
    }

    /** The score of a draft; from 0 on it is news. */
    double of(MoveDraft draft, Circumstances circumstances) {
        FrameMatch match = draft.match;
        Zone zone = match.sentence().sentence().zone();
        double score =
                switch (zone) {
                    case TITLE -> 2.5;
                    case LEAD -> 1.5;
                    case LIST -> 1.5;
                    default -> 0.65;
                };
        boolean opens =
                document.title().isBlank() && match.sentence().sentence().index() == 0;
        score += opens ? 1.0 : 0; // what has no title has its first sentence for one
        score += document.title().contains(draft.surname()) ? 0.8 : 0;
        int person = match.position("person");
        int verb = verb(match);
        boolean present = verb >= 0 ? circumstances.present(verb) : circumstances.tenseless();
        boolean dated = draft.occurredOn != null;
        score += present ? 0.8 : dated || zone == Zone.TITLE || zone == Zone.LIST ? 0 : -0.7;
        boolean foundingNews = draft.to != null && document.title().contains(draft.to.name()) && zone == Zone.LEAD;
        score += draft.kind != Kind.FOUND || present || zone == Zone.TITLE ? 0 : foundingNews ? 1.2 : -0.6;
        score -= circumstances.pluperfect() ? 2.5 : 0;
        boolean relative = person >= 0 && match.sentence().unit(person).word("who");
        score -= relative ? (present ? 0.6 : 3.2) : 0;
        boolean hung = circumstances.subordinate(match.from()) && !relative;
        boolean noun = verb < 0
                || match.position("person") + 1 < match.to()
                        && match.sentence().unit(match.position("person") + 1).word("'s");
        score -= hung ? (noun ? 3.5 : 1.2) : 0;
        score -= Circumstances.old(draft.occurredOn, document.publishedOn()) ? 4 : 0;
        boolean elapsed = zone == Zone.BODY
                && !document.title().contains(draft.surname())
                && Circumstances.olderThan(NEWS_FOR_DAYS, draft.occurredOn, document.publishedOn());
        score -= elapsed ? 1.7 : 0;
        boolean series = zone == Zone.BODY
                && !document.title().contains(draft.surname())
                && words.says("in-succession", match.sentence().sentence().quote());
        score -= series ? IN_SUCCESSION : 0;
        boolean vague = draft.occurredOn != null && draft.occurredOn.date().length() == YEAR_ALONE;
        score -= vague && zone == Zone.BODY ? 1.5 : 0;
        score += draft.occurredOn != null
                        && !Circumstances.old(draft.occurredOn, document.publishedOn())
                        && document.publishedOn() != null
                ? 0.7
                : 0;
        boolean far = zone == Zone.BODY && match.sentence().sentence().index() > LAST_OF_THE_NEWS;
        score -= far && !document.title().contains(draft.surname()) ? 0.5 : 0;
        return score - 1.1;
    }

    /** The verb that tells of the move: the first outside asides that is more than "be" or "have". */
    private static int verb(FrameMatch match) {
        int auxiliary = -1;
        for (int i = match.from(); i < match.to(); i++) {
            Unit unit = match.sentence().unit(i);
            if (unit.lemmas().isEmpty()
                    || match.slots().containsValue(i)
                    || i > match.position("person") && asideCloses(match, i)) {
                continue;
            }
            if (!unit.lemma("be") && !unit.lemma("have")) {
                return i;
            }
            auxiliary = auxiliary < 0 ? i : auxiliary;
        }
        return auxiliary;
    }

    /** Whether a unit stands in an aside between commas, behind the person and before the verb. */
    private static boolean asideCloses(FrameMatch match, int at) {
        int person = match.position("person");
        boolean opens = person >= 0
                && person + 1 < match.to()
                && match.sentence().unit(person + 1).word(",");
        if (!opens) {
            return false;
        }
        int closing = -1;
        for (int i = person + 2; i < match.to(); i++) {
            if (match.sentence().unit(i).word(",")) {
                closing = i;
            }
        }
        return at < closing;
    }
}
