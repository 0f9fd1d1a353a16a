package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.Optional;

/** Whom a mover answers to. */
final class Superiors {

    private static final int REACH = 7;

    private final List<AnnotatedSentence> sentences;
    private final Words words;

    Superiors(List<AnnotatedSentence> sentences, Words words) {
        this.sentences = sentences;
        this.words = words;
    }

    /** Said in the sentence of the move or within the four that follow; of a title's move, in the first five of all. */
    Optional<Reference> of(MoveDraft draft) {
        int first = draft.match.sentence().sentence().inTitle() ? 0 : draft.sentence();
        return sentences.subList(first, Math.min(sentences.size(), first + 5)).stream()
                .flatMap(sentence -> in(sentence, draft.person).stream())
                .findFirst()
                .map(Names::reference);
    }

    private Optional<String> in(AnnotatedSentence sentence, String person) {
        return words.english() ? inEnglish(sentence, person) : besideTheVerb(sentence, person);
    }

    /** The person nearest to a word for reporting, on whichever side the language puts whom one reports to. */
    private static Optional<String> besideTheVerb(AnnotatedSentence sentence, String person) {
        for (int u = 0; u < sentence.size(); u++) {
            if (!sentence.unit(u).word("report-to")) {
                continue;
            }
            for (int distance = 1; distance <= REACH; distance++) {
                for (int at : new int[] {u + distance, u - distance}) {
                    boolean other = at >= 0
                            && at < sentence.size()
                            && sentence.unit(at).is(Type.PERSON)
                            && !sentence.unit(at).valueAs(String.class).equals(person);
                    if (other) {
                        return Optional.of(sentence.unit(at).valueAs(String.class));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> inEnglish(AnnotatedSentence sentence, String person) {
        for (int u = 0; u + 1 < sentence.size(); u++) {
            int behind = behindVerb(sentence, u);
            Optional<String> superior = behind > 0 ? named(sentence, behind, person) : Optional.empty();
            if (superior.isPresent()) {
                return superior;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(AnnotatedSentence sentence, int from, String person) {
        for (int p = from; p < Math.min(from + 6, sentence.size()); p++) {
            Unit unit = sentence.unit(p);
            if (unit.is(Type.PERSON) && !unit.valueAs(String.class).equals(person)) {
                return Optional.of(unit.valueAs(String.class));
            }
            boolean behindTitle = unit.word(",") && sentence.unit(p - 1).is(Type.ROLE);
            if (unit.is(Type.SIGN) && !unit.word("-") && !unit.word("'s") && !behindTitle) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The unit behind "reports to", "works under", "team led by", "under"; else -1. */
    private int behindVerb(AnnotatedSentence sentence, int u) {
        Unit unit = sentence.unit(u);
        Unit next = sentence.unit(u + 1);
        String norm = unit.norm();
        boolean reports = (norm.startsWith("report") || norm.startsWith("answer")) && next.word("to");
        boolean working = norm.startsWith("work") && (next.word("under") || next.word("for"));
        if (reports || working || teamLed(sentence, u)) {
            return u + 2;
        }
        return unit.word("under") && (next.is(Type.PERSON) || next.is(Type.ROLE)) ? u + 1 : -1;
    }

    private boolean teamLed(AnnotatedSentence sentence, int u) {
        Unit unit = sentence.unit(u);
        boolean led = unit.word("led") || unit.word("headed") || unit.word("run");
        return led
                && sentence.unit(u + 1).word("by")
                && u > 0
                && words.in("team-nouns", sentence.unit(u - 1).norm());
    }
}
