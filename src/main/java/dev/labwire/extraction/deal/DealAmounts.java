package dev.labwire.extraction.deal;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a deal is about in US dollars. */
final class DealAmounts {

    private static final int REACH_OF_A_VALUATION = 5;

    private final Words words;

    DealAmounts(Words words) {
        this.words = words;
    }

    /** The price or sum: in the frame, else the first behind it that is no valuation. */
    @Nullable
    Double of(FrameMatch match) {
        AnnotatedSentence sentence = match.sentence();
        Optional<Unit> given = match.unit("money");
        if (given.isPresent()) {
            return given.filter(unit -> unit.is(Type.MONEY))
                    .map(unit -> unit.valueAs(Double.class))
                    .orElse(null);
        }
        for (int i = match.from(); i < sentence.size(); i++) {
            boolean otherClause = i >= match.to()
                    && words.in("clause-openers", sentence.unit(i).norm());
            if (otherClause) {
                return null;
            }
            if (sentence.unit(i).is(Type.MONEY) && !worth(sentence, i)) {
                return sentence.unit(i).valueAs(Double.class);
            }
        }
        return null;
    }

    private boolean worth(AnnotatedSentence sentence, int money) {
        for (int i = Math.max(0, money - REACH_OF_A_VALUATION); i < money; i++) {
            if (words.in("worth", sentence.unit(i).norm()) && !sentence.unit(i).word("worth")) {
                return true;
            }
        }
        return money + 1 < sentence.size()
                && words.in("worth", sentence.unit(money + 1).norm());
    }
}
