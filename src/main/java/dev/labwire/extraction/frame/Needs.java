package dev.labwire.extraction.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a sentence must have for a pattern to match anywhere in it, wherever it stands: entities for its slots, and of each
 * set of words one.
 *
 * @param slots names of slots without trailing digits
 * @param words sets of words or verbs
 */
record Needs(Set<String> slots, List<Set<String>> words) {

    static final Needs NOTHING = new Needs(Set.of(), List.of());

    Needs {
        slots = Set.copyOf(slots);
        words = List.copyOf(words);
    }

    static Needs slot(String name) {
        return new Needs(Set.of(name), List.of());
    }

    static Needs oneOf(Set<String> words) {
        return new Needs(Set.of(), List.of(words));
    }

    /** What both need. */
    Needs and(Needs other) {
        Set<String> all = new HashSet<>(slots);
        all.addAll(other.slots);
        List<Set<String>> every = new ArrayList<>(words);
        other.words.stream().filter(set -> !words.contains(set)).forEach(every::add);
        return new Needs(all, every);
    }

    /** What is needed for the one or the other: the slots that both have, and a word of the one or of the other. */
    Needs or(Needs other) {
        Set<String> common = new HashSet<>(slots);
        common.retainAll(other.slots);
        if (words.isEmpty() || other.words.isEmpty()) {
            return new Needs(common, List.of());
        }
        Set<String> either = new HashSet<>(fewest(words));
        either.addAll(fewest(other.words));
        return new Needs(common, List.of(either));
    }

    private static Set<String> fewest(List<Set<String>> words) {
        return words.stream().min(Comparator.comparingInt(Set::size)).orElseThrow();
    }
}
