package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Duty;
import dev.labwire.extraction.lexicon.Words;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What each word can do in a sentence, looked up once for all its sets. Immutable. */
final class Duties {

    private final Map<String, Set<Duty>> duties = new HashMap<>();

    Duties(Words words) {
        give(words.set("auxiliaries"), Duty.AUXILIARY);
        give(words.set("before-noun"), Duty.BEFORE_NOUN);
        give(words.set("prepositions"), Duty.PREPOSITION);
        duties.replaceAll((word, all) -> Collections.unmodifiableSet(all));
    }

    private void give(Set<String> words, Duty duty) {
        words.forEach(word ->
                duties.computeIfAbsent(word, key -> EnumSet.noneOf(Duty.class)).add(duty));
    }

    /** The duties of a lower-case word. */
    Set<Duty> of(String word) {
        return duties.getOrDefault(word, Set.of());
    }
}
