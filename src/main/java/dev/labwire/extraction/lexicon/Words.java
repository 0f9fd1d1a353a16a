package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.labwire.extraction.language.Tokenizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Word knowledge of one language: which forms belong to one verb, and sets of words with a common duty (titles, hedges,
 * months…), by the name the data file gives them.
 */
public final class Words {

    /** The layout of {@code words-*.yaml}. */
    record File(Map<String, List<String>> verbs, Map<String, List<String>> sets) {

        File(
                @JsonProperty("verbs") @Nullable Map<String, List<String>> verbs,
                @JsonProperty("sets") @Nullable Map<String, List<String>> sets) {
            this.verbs = verbs == null ? Map.of() : verbs;
            this.sets = sets == null ? Map.of() : sets;
        }
    }

    private final Map<String, Set<String>> lemmas = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();

    /** The words of the shipped file, and those added to its verbs and sets. */
    Words(File shipped, Optional<File> added) {
        shipped.verbs().forEach((lemma, irregular) -> learn(lemma, forms(lemma, irregular)));
        shipped.sets().forEach((name, words) -> sets.put(name, Set.copyOf(words)));
        added.ifPresent(file -> {
            file.verbs().forEach((lemma, irregular) -> {
                boolean known = shipped.verbs().containsKey(lemma);
                learn(lemma, known ? normal(irregular) : forms(lemma, normal(irregular)));
            });
            file.sets().forEach((name, words) -> {
                Set<String> all = new HashSet<>(normal(words));
                all.addAll(set(name));
                sets.put(name, Set.copyOf(all));
            });
        });
        lemmas.replaceAll((form, verbs) -> Set.copyOf(verbs));
    }

    private static List<String> normal(@Nullable List<String> words) {
        return words == null ? List.of() : words.stream().map(Tokenizer::norm).toList();
    }

    private void learn(String lemma, Collection<String> forms) {
        forms.forEach(
                form -> lemmas.computeIfAbsent(form, key -> new HashSet<>(2)).add(lemma));
    }

    /** The names of the sets. */
    Set<String> setNames() {
        return Set.copyOf(sets.keySet());
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
