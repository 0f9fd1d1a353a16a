package dev.labwire.extraction.frame;

import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.text.Latin;
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

    private GivenNames() {}

    /** Whether a word, in whatever script, is or sounds like one. */
    public static boolean known(String word, Lexicon lexicon) {
        String latin = Latin.of(word).toLowerCase(Locale.ROOT);
        Stream<String> spellings = Stream.of(
                latin,
                latin.replaceAll("a$", ""),
                latin.replaceAll("dzh", "j"),
                latin.replaceAll("dzh", "j").replaceAll("a$", ""),
                latin.replaceAll("iy", "i"),
                latin.replaceAll("y", "i"),
                latin.replaceAll("ks", "x").replaceAll("kh", "h"));
        if (spellings.anyMatch(lexicon::firstName)) {
            return true;
        }
        String skeleton = Latin.skeleton(word);
        return skeleton.length() > SHORTEST && skeletons(lexicon).contains(skeleton);
    }

    private static Set<String> skeletons(Lexicon lexicon) {
        return SKELETONS.computeIfAbsent(lexicon, key -> {
            Set<String> skeletons = new HashSet<>();
            lexicon.firstNames().forEach(name -> skeletons.add(Latin.skeleton(name)));
            return skeletons;
        });
    }
}
