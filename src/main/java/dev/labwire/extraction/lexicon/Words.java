package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Word knowledge of one language: which forms belong to one verb, and sets of words with a common duty (titles, hedges,
 * months…), by the name the data file gives them.
 */
public final class Words {

    /** The layout of {@code words-*.yaml}. */
    record File(
            @JsonProperty("verbs") Map<String, List<String>> verbs,
            @JsonProperty("sets") Map<String, List<String>> sets) {}

    private final Map<String, Set<String>> lemmas = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();

    Words(File file) {
        file.verbs().forEach((lemma, irregular) -> {
            for (String form : forms(lemma, irregular)) {
                lemmas.computeIfAbsent(form, key -> new HashSet<>(2)).add(lemma);
            }
        });
        file.sets().forEach((name, words) -> sets.put(name, Set.copyOf(words)));
    }

    /** The verbs this lower-case form belongs to. */
    public Set<String> lemmas(String form) {
        return lemmas.getOrDefault(form, Set.of());
    }

    /** Whether a lower-case word is in the set of that name. */
    public boolean in(String set, String word) {
        return set(set).contains(word);
    }

    /**
     * The set of that name.
     *
     * @throws IllegalArgumentException when the data file has none
     */
    public Set<String> set(String name) {
        Set<String> words = sets.get(name);
        if (words == null) {
            throw new IllegalArgumentException("no word set named " + name);
        }
        return words;
    }

    private static Collection<String> forms(String lemma, List<String> irregular) {
        Set<String> forms = new HashSet<>(irregular);
        forms.add(lemma);
        String stem = lemma.endsWith("e") ? lemma.substring(0, lemma.length() - 1) : lemma;
        boolean consonantY =
                lemma.endsWith("y") && !"aeiou".contains(lemma.substring(lemma.length() - 2, lemma.length() - 1));
        forms.add(stem + "ing");
        if (consonantY) {
            forms.add(lemma.substring(0, lemma.length() - 1) + "ies");
            forms.add(lemma.substring(0, lemma.length() - 1) + "ied");
        } else {
            forms.add(lemma.matches(".*(s|x|z|ch|sh)") ? lemma + "es" : lemma + "s");
            if (irregular.isEmpty()) {
                forms.add(stem + "ed");
            }
        }
        return forms;
    }
}
