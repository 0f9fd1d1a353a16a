package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Word knowledge of one language: which forms belong to one verb, and sets of words with a common duty (titles, hedges,
 * months…), by the name the data file gives them.
 */
public final class Words {

    /** Sets of parts of names, and of what is looked for in whole sentences: their entries are no words of their own. */
    private static final Set<String> NO_PHRASES = Set.of(
            "common",
            "particles",
            "surnames",
            "open-weights",
            "closed-weights",
            "company-endings",
            "no-name-parts",
            "name-sounds",
            "before-name",
            "after-name",
            "article-contractions",
            "field-words",
            "preview-words",
            "coming-words",
            "compute-words",
            "machine-words",
            "in-succession",
            "round-words");

    /** Sets of words as texts write them, whatever they are glossed as. */
    private static final Set<String> AS_WRITTEN = Set.of(
            "article-contractions",
            "field-words",
            "preview-words",
            "coming-words",
            "compute-words",
            "machine-words",
            "in-succession",
            "round-words");

    /** letters of a gloss that tells the language it is of */
    private static final int SHORTEST_TELLING = 4;

    private static final int SHORTEST_VERB = 3;

    /** letters of a word that may have an ending behind it */
    private static final int SHORTEST_STEM = 4;

    /** The layout of {@code words-*.yaml}; English has verbs and sets alone. */
    record File(
            Map<String, List<String>> verbs,
            Map<String, List<String>> sets,
            Map<String, List<String>> glosses,
            Map<String, Double> scales,
            List<String> titles,
            List<String> abbreviations,
            List<String> functionWords,
            boolean decimalComma,
            boolean ordinalDots,
            boolean mixesEnglish,
            @Nullable String apostrophe) {

        File(
                @JsonProperty("verbs") @Nullable Map<String, List<String>> verbs,
                @JsonProperty("sets") @Nullable Map<String, List<String>> sets,
                @JsonProperty("glosses") @Nullable Map<String, List<String>> glosses,
                @JsonProperty("scales") @Nullable Map<String, Double> scales,
                @JsonProperty("titles") @Nullable List<String> titles,
                @JsonProperty("abbreviations") @Nullable List<String> abbreviations,
                @JsonProperty("functionWords") @Nullable List<String> functionWords,
                @JsonProperty("decimalComma") boolean decimalComma,
                @JsonProperty("ordinalDots") boolean ordinalDots,
                @JsonProperty("mixesEnglish") boolean mixesEnglish,
                @JsonProperty("apostrophe") @Nullable String apostrophe) {
            this.verbs = verbs == null ? Map.of() : verbs;
            this.sets = sets == null ? Map.of() : sets;
            this.glosses = glosses == null ? Map.of() : glosses;
            this.scales = scales == null ? Map.of() : scales;
            this.titles = titles == null ? List.of() : titles;
            this.abbreviations = abbreviations == null ? List.of() : abbreviations;
            this.functionWords = functionWords == null ? List.of() : functionWords;
            this.decimalComma = decimalComma;
            this.ordinalDots = ordinalDots;
            this.mixesEnglish = mixesEnglish;
            this.apostrophe = apostrophe;
        }

        /** What is said in both files. */
        File with(File more) {
            return new File(
                    joined(verbs, more.verbs),
                    joined(sets, more.sets),
                    joined(glosses, more.glosses),
                    Stream.of(scales, more.scales)
                            .flatMap(map -> map.entrySet().stream())
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, LinkedHashMap::new)),
                    joined(titles, more.titles),
                    joined(abbreviations, more.abbreviations),
                    joined(functionWords, more.functionWords),
                    decimalComma || more.decimalComma,
                    ordinalDots || more.ordinalDots,
                    mixesEnglish || more.mixesEnglish,
                    more.apostrophe == null ? apostrophe : more.apostrophe);
        }

        /**
         * Words that tell the language: those of its verb forms, and all glosses of one word; but not the shortest, which stand
         * in names and in other languages, too.
         */
        Set<String> tellingWords() {
            Stream<String> verbForms = verbs.values().stream()
                    .flatMap(List::stream)
                    .flatMap(form -> Stream.of(form.split(" ")))
                    .filter(word -> word.length() >= SHORTEST_VERB);
            Stream<String> words =
                    glosses.values().stream().flatMap(List::stream).filter(phrase -> phrase.indexOf(' ') < 0);
            return Stream.concat(verbForms, words.filter(word -> word.length() >= SHORTEST_TELLING))
                    .map(Tokenizer::norm)
                    .filter(word -> !functionWords.contains(word))
                    .collect(Collectors.toSet());
        }

        /** The English words that its glosses lead to, but for the shortest: "a" and "in" are words of other languages, too. */
        Stream<String> engineWords() {
            return glosses.keySet().stream().filter(word -> word.length() >= SHORTEST_TELLING);
        }

        private static List<String> joined(List<String> one, List<String> other) {
            return Stream.concat(one.stream(), other.stream()).distinct().toList();
        }

        private static Map<String, List<String>> joined(
                Map<String, List<String>> one, Map<String, List<String>> other) {
            Map<String, List<String>> all = new LinkedHashMap<>(one);
            other.forEach((key, words) -> all.merge(key, words == null ? List.of() : words, File::joined));
            return all;
        }
    }

    private final Map<String, Set<String>> lemmas = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Gazetteer<String> titles;
    private final boolean english;

    /** English: the words of the shipped file, and those added to its verbs and sets. */
    Words(File shipped, Optional<File> added) {
        titles = new Gazetteer<>();
        english = true;
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

    /** Another language: its verbs in the forms given, and its sets beside the English ones, which glosses lead to. */
    Words(Words english, File own, Idiom idiom) {
        this.english = false;
        sets.putAll(english.sets);
        sets.put("traits", Set.of());
        own.sets().forEach((name, words) -> {
            Set<String> all = new HashSet<>(sets.getOrDefault(name, Set.of()));
            words.forEach(word -> all.add(AS_WRITTEN.contains(name) ? Idiom.phraseNorm(word) : norm(word, idiom)));
            sets.put(name, Set.copyOf(all));
        });
        own.verbs()
                .forEach((lemma, forms) -> learn(
                        lemma, forms.stream().map(form -> norm(form, idiom)).toList()));
        own.glosses().keySet().stream()
                .filter(word -> !english.lemmas(word).isEmpty())
                .forEach(word ->
                        lemmas.computeIfAbsent(word, key -> new HashSet<>(2)).addAll(english.lemmas(word)));
        if (own.mixesEnglish()) {
            english.lemmas.forEach((form, verbs) ->
                    lemmas.computeIfAbsent(form, key -> new HashSet<>()).addAll(verbs));
        }
        lemmas.replaceAll((form, verbs) -> Set.copyOf(verbs));
        titles = new Gazetteer<>(idiom::tokens, false, norm -> norm);
        own.titles().forEach(title -> titles.add(title, title));
    }

    /**
     * How a language says it in the engine's words: glosses, and every phrase of several tokens that verbs and sets name. No
     * gloss cuts into the names given.
     */
    static Idiom idiom(String language, File own, Set<String> names) {
        Map<String, List<String>> glosses = new LinkedHashMap<>();
        own.glosses().forEach((word, phrases) -> glosses.put(word, List.copyOf(phrases)));
        Stream<List<String>> ofSets = own.sets().entrySet().stream()
                .filter(set -> !NO_PHRASES.contains(set.getKey()))
                .map(Map.Entry::getValue);
        Stream.concat(own.verbs().values().stream(), ofSets)
                .flatMap(List::stream)
                .filter(Idiom::severalTokens)
                .forEach(phrase -> glosses.putIfAbsent(Idiom.phraseNorm(phrase), List.of(phrase)));
        Idiom.Apostrophe apostrophe = own.apostrophe() == null
                ? Idiom.Apostrophe.NONE
                : Idiom.Apostrophe.valueOf(own.apostrophe().toUpperCase(Locale.ROOT));
        return new Idiom(
                language,
                new Idiom.Habits(
                        glosses,
                        own.scales(),
                        own.decimalComma(),
                        own.ordinalDots(),
                        apostrophe,
                        Set.copyOf(own.abbreviations()),
                        names));
    }

    private static String norm(String word, Idiom idiom) {
        List<Token> tokens = idiom.tokens(word);
        return tokens.size() == 1 ? tokens.get(0).norm() : Idiom.phraseNorm(word);
    }

    /** Whether they are English, whose verbs tell their tense by their form. */
    public boolean english() {
        return english;
    }

    /** The titles of people, where the language has them as a list. */
    public Gazetteer<String> titles() {
        return titles;
    }

    private static List<String> normal(@Nullable List<String> words) {
        return words == null ? List.of() : words.stream().map(Tokenizer::norm).toList();
    }

    private void learn(String lemma, Collection<String> forms) {
        forms.forEach(
                form -> lemmas.computeIfAbsent(form, key -> new HashSet<>(2)).add(lemma));
    }

    /** All forms of all verbs, in lower case. */
    Set<String> verbForms() {
        return Set.copyOf(lemmas.keySet());
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

    /** The set of that name; an empty one where the language has none. */
    public Set<String> setIfAny(String name) {
        return sets.getOrDefault(name, Set.of());
    }

    /** Whether a text has a word of that set, with an ending unless it is short; where letters have no case, whether it contains one. */
    public boolean says(String set, String text) {
        Set<String> topics = setIfAny(set);
        if (topics.isEmpty()) {
            return false;
        }
        String said = " " + Idiom.phraseNorm(text) + " ";
        return topics.stream().anyMatch(topic -> hasWord(said, topic));
    }

    private static boolean hasWord(String said, String topic) {
        if (!cased(topic.codePointAt(0))) {
            return said.contains(topic);
        }
        int at = said.indexOf(" " + topic);
        while (at >= 0 && topic.length() < SHORTEST_STEM && Character.isLetter(said.charAt(at + 1 + topic.length()))) {
            at = said.indexOf(" " + topic, at + 1);
        }
        return at >= 0;
    }

    private static boolean cased(int letter) {
        return Character.toUpperCase(letter) != Character.toLowerCase(letter);
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
