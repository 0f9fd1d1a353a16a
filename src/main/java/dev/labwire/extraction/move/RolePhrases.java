package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.Optional;
import java.util.Set;

/** Titles as the sentence writes them. */
final class RolePhrases {

    private final Words words;

    RolePhrases(Words words) {
        this.words = words;
    }

    /** The title at a unit with its partners and its tail: "managing director and head of OpenAI for Countries". */
    String at(AnnotatedSentence sentence, int unit) {
        int end = tail(sentence, unit + 1);
        while (end + 1 < sentence.size() && sentence.unit(end).word("and")) {
            int next = end + 1;
            if (sentence.unit(next).word("the") || sentence.unit(next).word("a")) {
                next++;
            }
            if (next >= sentence.size() || !sentence.unit(next).is(Type.ROLE)) {
                break;
            }
            end = tail(sentence, next + 1);
        }
        return sentence.text(unit, end);
    }

    /** Index behind what a title is of: of research; of OpenAI alone says the employer and is no part of it. */
    private int tail(AnnotatedSentence sentence, int end) {
        if (end + 1 >= sentence.size()
                || !sentence.unit(end).word("of") && !sentence.unit(end).word("for")) {
            return end;
        }
        int at = end + 1;
        while (at < sentence.size() && at < end + 9) {
            Unit unit = sentence.unit(at);
            boolean hyphen = unit.word("-") && !sentence.spaced(at);
            if (unit.is(Type.SIGN) && !hyphen && !unit.word("&") && !unit.word("\"")
                    || words.in("role-tail-ends", unit.norm()) && !goesOn(sentence, at)
                    || unit.is(Type.PERSON)
                    || unit.is(Type.DATE)) {
                break;
            }
            at++;
        }
        boolean employerAlone = at == end + 2 && sentence.unit(end + 1).is(Type.ORGANIZATION);
        return at > end + 1 && !employerAlone ? at : end;
    }

    /** "head of research and safety": a conjunction between two plain words stays in the tail. */
    private boolean goesOn(AnnotatedSentence sentence, int at) {
        return sentence.unit(at).word("and")
                && at + 1 < sentence.size()
                && sentence.unit(at + 1).is(Type.WORD)
                && sentence.unit(at + 1).lemmas().isEmpty()
                && !sentence.unit(at + 1).norm().endsWith("ly")
                && !words.in("role-tail-ends", sentence.unit(at + 1).norm())
                && !Set.of("the", "a", "an", "its")
                        .contains(sentence.unit(at + 1).norm());
    }

    /** A title said behind the move: "as NP role", "to be its new role". */
    Optional<String> after(AnnotatedSentence sentence, int from) {
        for (int i = from; i < sentence.size() && i < from + 16; i++) {
            Unit unit = sentence.unit(i);
            if (unit.word("and")
                    && i + 1 < sentence.size()
                    && !sentence.unit(i + 1).lemmas().isEmpty()) {
                break;
            }
            boolean opens = unit.word("as")
                    || unit.word("where")
                    || unit.word("become")
                    || unit.lemma("become")
                    || unit.word("(");
            if (!opens) {
                continue;
            }
            for (int j = i + 1; j < sentence.size() && j < i + 8; j++) {
                if (sentence.unit(j).is(Type.ROLE)) {
                    return subjectOfClause(sentence, i, j) ? Optional.empty() : Optional.of(at(sentence, j));
                }
                if (sentence.unit(j).is(Type.SIGN)
                        && !sentence.unit(j).word("'s")
                        && !sentence.unit(j).word("-")) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** "as an executive takes over": a clause of its own about somebody else. */
    private static boolean subjectOfClause(AnnotatedSentence sentence, int as, int role) {
        if (!sentence.unit(as).word("as") || role + 1 >= sentence.size()) {
            return false;
        }
        Unit next = sentence.unit(role + 1);
        return !next.lemmas().isEmpty() && next.norm().endsWith("s") && next.is(Type.WORD);
    }
}
