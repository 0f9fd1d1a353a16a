package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Idiom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A phrase pattern over the units of a sentence, compiled from one line of a data file.
 *
 * <p>The line is a sequence of: {@code word} or {@code a|b} (a word or any form of that verb); {@code =word} (just that
 * form); {@code <slot>} (an entity, its type by the slot's name); {@code NP} (what may stand before a noun: articles,
 * titles, possessors); {@code SUBJ} (what may stand between subject and verb: asides, prepositional phrases, auxiliaries,
 * adverbs); {@code AUX} (auxiliaries and adverbs alone); {@code ..4} (up to four units of anything but a sentence end); {@code ~4}
 * (the same, but over no person and no organisation); {@code !word} (not
 * that word here);
 * {@code ( a b / c )} (one of these); {@code [ a b ]} (or nothing); {@code ^} and {@code $} (begin and end).
 *
 * <p>Immutable; safe for many threads.
 */
public final class Pattern {

    /** A matched pattern: its extent in units, and the unit in each slot. */
    public record Match(int from, int to, Map<String, Integer> slots) {

        public Match {
            slots = Map.copyOf(slots);
        }
    }

    private final String source;
    private final Step first;
    private final Needs needs;
    private final Predicate<Unit> opening;

    private Pattern(String source, Step first, Needs needs, Predicate<Unit> opening) {
        this.opening = opening;
        this.source = source;
        this.first = first;
        this.needs = needs;
    }

    /**
     * Compiles one line.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static Pattern compile(String source) {
        return compile(source, Idiom.ENGLISH);
    }

    /**
     * Compiles one line of a language's frames.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static Pattern compile(String source, Idiom idiom) {
        PatternParser parser = new PatternParser(source, idiom);
        return new Pattern(source, parser.steps(), parser.needs(), parser.opening());
    }

    /** What a sentence must have for the pattern to match. */
    Needs needs() {
        return needs;
    }

    /** The match that starts at a unit, if there is one. */
    public Optional<Match> at(AnnotatedSentence sentence, int unit) {
        if (!opening.test(sentence.unit(unit))) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(sentence);
        return first.match(cursor, unit, cursor::end) ? Optional.of(cursor.match(unit)) : Optional.empty();
    }

    /** Every match, at most one for each starting unit. */
    public List<Match> all(AnnotatedSentence sentence) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            at(sentence, i).ifPresent(matches::add);
        }
        return matches;
    }

    @Override
    public String toString() {
        return source;
    }

    /** What follows a step. */
    interface Next {
        boolean match(int unit);
    }

    /** One element and all that follows it. */
    interface Step {
        boolean match(Cursor cursor, int unit, Next next);
    }

    /** The state of one attempt. */
    static final class Cursor {
        private static final int MOST_STEPS = 20_000;
        final AnnotatedSentence sentence;
        final Map<String, Integer> slots = new HashMap<>(4);
        private int end;
        private int steps;

        Cursor(AnnotatedSentence sentence) {
            this.sentence = sentence;
        }

        int size() {
            return sentence.size();
        }

        Unit unit(int index) {
            return sentence.unit(index);
        }

        /** Guards against patterns that try too many ways. */
        boolean tired() {
            return ++steps > MOST_STEPS;
        }

        boolean end(int unit) {
            end = unit;
            return true;
        }

        Match match(int from) {
            return new Match(from, end, slots);
        }
    }

    static Set<String> words(String alternatives) {
        return new HashSet<>(List.of(alternatives.split("\\|")));
    }
}
