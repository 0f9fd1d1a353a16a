package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.Optional;

/** Functions as the sentence writes them: what somebody is to do where no title is said. */
final class FunctionPhrases {

    private final Words words;

    FunctionPhrases(Words words) {
        this.words = words;
    }

    /** A function said behind the move: "to lead its superintelligence effort", "to work on personal agents". */
    Optional<String> after(AnnotatedSentence sentence, int from) {
        for (int i = Math.max(from, 0); i + 1 < sentence.size() && i < from + 10; i++) {
            if (opens(sentence.unit(i))
                    && words.in("function-verbs", sentence.unit(i + 1).norm())) {
                int end = end(sentence, i + 2);
                return end > i + 2 ? Optional.of(sentence.text(i + 1, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean opens(Unit unit) {
        return unit.word("to") || unit.word("will") || unit.word("and");
    }

    private int end(AnnotatedSentence sentence, int from) {
        int end = from;
        while (end < sentence.size() && end < from + 12 && goesOn(sentence.unit(end))) {
            end++;
        }
        return end;
    }

    private boolean goesOn(Unit unit) {
        boolean sign = unit.is(Type.SIGN) && !unit.word("-") && !unit.word("'s");
        return !unit.is(Type.DATE) && !sign && !words.in("function-ends", unit.norm());
    }
}
