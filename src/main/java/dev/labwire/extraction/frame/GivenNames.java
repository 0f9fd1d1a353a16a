package dev.labwire.extraction.frame;

import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.text.Latin;
import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/** Whether a word of another script sounds like a given name: its consonants and its length are those of one. */
public final class GivenNames {

    private static final Map<Lexicon, Set<String>> SKELETONS = Collections.synchronizedMap(new WeakHashMap<>());
    private static final int SHORTEST = 2;

    /** endings of Russian given names in other cases, and those of the nominative */
    private static final Map<String, String> NOMINATIVES = Map.ofEntries(
            Map.entry("у", "а"),
            Map.entry("ю", "я"),
            Map.entry("ой", "а"),
            Map.entry("ей", "я"),
            Map.entry("ом", ""),
            Map.entry("ем", "й"),
            Map.entry("а", ""),
            Map.entry("я", "й"),
            Map.entry("е", "а"),
            Map.entry("и", "я"),
            Map.entry("ы", "а"));

    private GivenNames() {}

    /** Whether a word, in whatever script, is or sounds like one. */
    public static boolean known(String word, Lexicon lexicon) {
        return sounds(word, lexicon)
                || Latin.script(word) == UnicodeScript.CYRILLIC
                        && NOMINATIVES.entrySet().stream()
                                .filter(ending ->
                                        word.length() > ending.getKey().length() + 2)
                                .filter(ending -> word.endsWith(ending.getKey()))
                                .map(ending -> word.substring(
                                                0,
                                                word.length() - ending.getKey().length())
                                        + ending.getValue())
                                .anyMatch(nominative -> spelled(nominative, lexicon));
    }

    private static boolean sounds(String word, Lexicon lexicon) {
        String skeleton = Latin.skeleton(word);
        return spelled(word, lexicon)
                || skeleton.length() > SHORTEST && skeletons(lexicon).contains(skeleton);
    }

    private static boolean spelled(String word, Lexicon lexicon) {
        String latin = Latin.of(word).toLowerCase(Locale.ROOT);
        Stream<String> spellings = Stream.of(
                latin,
                latin.replaceAll("a$", ""),
                latin.replaceAll("dzh", "j"),
                latin.replaceAll("dzh", "j").replaceAll("a$", ""),
                latin.replaceAll("iy", "i"),
                latin.replaceAll("y", "i"),
                latin.replaceAll("ks", "x").replaceAll("kh", "h"));
        return spellings.anyMatch(lexicon::firstName);
    }

    private static Set<String> skeletons(Lexicon lexicon) {
        return SKELETONS.computeIfAbsent(lexicon, key -> {
            Set<String> skeletons = new HashSet<>();
            lexicon.firstNames().forEach(name -> skeletons.add(Latin.skeleton(name)));
            return skeletons;
        });
    }
}
