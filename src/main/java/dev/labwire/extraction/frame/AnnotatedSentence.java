package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import java.util.List;

/** A sentence with what its tokens stand for. */
public record AnnotatedSentence(Sentence sentence, List<Unit> units, boolean titleCase) {

    public AnnotatedSentence {
        units = List.copyOf(units);
    }

    public Unit unit(int index) {
        return units.get(index);
    }

    public int size() {
        return units.size();
    }

    /** The words from one unit up to another, letter for letter. */
    public String text(int fromUnit, int toUnit) {
        List<Token> tokens = sentence.tokens();
        int start = tokens.get(units.get(fromUnit).from()).start();
        int end = tokens.get(units.get(toUnit - 1).to() - 1).end();
        return sentence.text().substring(start, end);
    }

    public String text(Unit unit) {
        List<Token> tokens = sentence.tokens();
        return sentence.text()
                .substring(
                        tokens.get(unit.from()).start(),
                        tokens.get(unit.to() - 1).end());
    }

    /** Whether white space stands before the unit. */
    public boolean spaced(int index) {
        return sentence.tokens().get(units.get(index).from()).spaced();
    }
}
