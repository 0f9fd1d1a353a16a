package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence with what its tokens stand for.
 *
 * @param words every lower-case word of it and every verb these are forms of
 * @param slots the slots of patterns that a unit of it can be in
 */
public record AnnotatedSentence(
        Sentence sentence, List<Unit> units, boolean titleCase, Set<String> words, Set<String> slots) {

    /** The sentence with its units; the words and slots are taken from them. */
    public AnnotatedSentence(Sentence sentence, List<Unit> units, boolean titleCase) {
        this(sentence, List.copyOf(units), titleCase, words(units), Set.copyOf(Slots.taking(units)));
    }

    private static Set<String> words(List<Unit> units) {
        Set<String> words = new HashSet<>(units.size() * 2);
        for (Unit unit : units) {
            words.add(unit.norm());
            words.addAll(unit.lemmas());
        }
        return words;
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

    /** Whether white space stands before the unit. */
    public boolean spaced(int index) {
        return sentence.tokens().get(units.get(index).from()).spaced();
    }
}
