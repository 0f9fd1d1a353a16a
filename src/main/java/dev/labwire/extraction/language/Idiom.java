package dev.labwire.extraction.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a language is cut into tokens and brought into the engine's own words. A gloss gives a word or phrase of the language
 * the word that frames and readers know it by ("et" is {@code and}, "据报道" is {@code reportedly}); figures and dates get one
 * spelling; the text and the place of a token stay as they were written. Immutable; safe for many threads.
 */
public final class Idiom {

    /** What an apostrophe parts: nothing, an article from its noun ("d'OpenAI"), or a name from its ending ("Meta'dan"). */
    public enum Apostrophe {
        NONE,
        ELISION,
        SUFFIX
    }

    /**
     * What makes an idiom.
     *
     * @param glosses by the engine's word, the words and phrases that mean it
     * @param scales by number word, what it multiplies with: milliards, 億
     * @param decimalComma whether 25,4 is a little more than 25
     * @param ordinalDots whether a dot behind a figure makes it an ordinal one
     * @param abbreviations words whose dot ends no sentence
     * @param names names that no gloss cuts into, though a word of theirs has one: "Die Zeit", 华为
     */
    public record Habits(
            Map<String, List<String>> glosses,
            Map<String, Double> scales,
            boolean decimalComma,
            boolean ordinalDots,
            Apostrophe apostrophe,
            Set<String> abbreviations,
            Set<String> names) {

        public Habits {
            glosses = Collections.unmodifiableMap(new LinkedHashMap<>(glosses));
            scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
            abbreviations = Set.copyOf(abbreviations);
            names = Set.copyOf(names);
        }
    }

    /** English, whose words are the engine's own. */
    public static final Idiom ENGLISH =
            new Idiom("en", new Habits(Map.of(), Map.of(), false, false, Apostrophe.NONE, Set.of(), Set.of()));

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final Map<String, String> glosses = new HashMap<>(2);
    }

    private static final List<String> QUOTATION_MARKS =
            List.of("«", "»", "„", "“", "”", "‹", "›", "「", "」", "『", "』", "《", "》", "〈", "〉", "‚", "‘");

    private static final Node EMPTY = new Node();
    /** what stands for the gloss of a name, which has none */
    private static final String NAME = "";

    private static final String HONORIFICS = "氏";

    private final String language;
    private final Habits habits;
    private final Figures figures;
    private final Node phrases = new Node();

    public Idiom(String language, Habits habits) {
        this.language = language;
        this.habits = habits;
        this.figures = new Figures(this::scales, habits);
        if (!english()) {
            QUOTATION_MARKS.forEach(sign -> learn(sign, "\""));
        }
        habits.glosses().forEach((word, meant) -> meant.forEach(phrase -> learn(phrase, word)));
        habits.names().stream().filter(Idiom::mayHaveGlossInside).forEach(name -> learn(name, NAME));
    }

    /** A word of capital letters has a gloss as a whole or not at all; longer names, and words of characters, may have one inside. */
    private static boolean mayHaveGlossInside(String name) {
        boolean capitals = Character.isUpperCase(name.codePointAt(0));
        return name.length() > 1 && (!capitals || name.indexOf(' ') > 0);
    }

    private void learn(String phrase, String word) {
        Node node = phrases;
        boolean elided = phrase.endsWith("'") || phrase.endsWith("’");
        boolean suffix = phrase.startsWith("'") || phrase.startsWith("’");
        if (suffix) {
            phrases.next
                    .computeIfAbsent(Tokenizer.norm(phrase), key -> new Node())
                    .glosses
                    .put(phrase, word);
            return;
        }
        List<Token> tokens = plain(phrase, 0, elided ? phrase.length() - 1 : phrase.length());
        for (int i = 0; i < tokens.size(); i++) {
            String norm = tokens.get(i).norm() + (elided && i == tokens.size() - 1 ? "'" : "");
            node = node.next.computeIfAbsent(norm, key -> new Node());
        }
        node.glosses.put(phrase, word);
    }

    /** The engine's word for a phrase that has no gloss: itself, in lower case and without variants of spelling. */
    public static String phraseNorm(String phrase) {
        StringBuilder norm = new StringBuilder();
        for (Token token : Scripts.regrouped(phrase, Tokenizer.tokens(phrase), Apostrophe.NONE)) {
            norm.append(norm.length() > 0 && token.spaced() ? " " : "").append(token.norm());
        }
        return norm.toString();
    }

    /** Whether a phrase of a data file takes more than one token. */
    public static boolean severalTokens(String phrase) {
        return Scripts.regrouped(phrase, Tokenizer.tokens(phrase), Apostrophe.ELISION)
                        .size()
                > 1;
    }

    public String language() {
        return language;
    }

    /** Whether the language is the one that the engine's own words are of. */
    public boolean english() {
        return language.equals("en");
    }

    /** The tokens of a whole text. */
    public List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    /** The tokens of {@code text} from {@code from} up to {@code to}, in order. */
    public List<Token> tokens(String text, int from, int to) {
        return english() ? Tokenizer.tokens(text, from, to) : glossed(text, figures.in(text, plain(text, from, to)));
    }

    /** The tokens of a name, which no gloss may touch. */
    public List<Token> nameTokens(String name) {
        return english() ? Tokenizer.tokens(name) : plain(name, 0, name.length());
    }

    /** What the forms of a name share: in Cyrillic, whose names decline, the stem. */
    public String nameKey(String norm) {
        return english() || norm.isEmpty() ? norm : Scripts.stem(norm);
    }

    /** Cut as the script wants it, each token with the one spelling of its variants. */
    private List<Token> plain(String text, int from, int to) {
        return Scripts.regrouped(text, Tokenizer.tokens(text, from, to), habits.apostrophe());
    }

    private List<String> scales() {
        return List.copyOf(habits.scales().keySet());
    }

    /** Whether the dot behind a token ends no sentence, given what follows. */
    boolean abbreviated(Token before, Token after) {
        boolean ordinal = habits.ordinalDots() && before.norm().matches("\\d{1,2}") && after.wordLike();
        return ordinal
                || habits.abbreviations().contains(before.norm())
                || habits.abbreviations().contains(Tokenizer.norm(before.text()));
    }

    private List<Token> glossed(String text, List<Token> tokens) {
        List<Token> glossed = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            Token found = null;
            int length = 0;
            Node node = startsWord(tokens, i) ? phrases : EMPTY;
            for (int j = i; j < tokens.size(); j++) {
                node = node.next.get(tokens.get(j).norm());
                if (node == null) {
                    break;
                }
                String word = node.glosses.isEmpty()
                        ? null
                        : meant(node, text, tokens.get(i), tokens.get(j), opensSentence(tokens, i));
                if (word != null && endsWord(tokens, i, j)) {
                    found = merged(text, tokens, i, j, word);
                    length = j - i + 1;
                }
            }
            if (found == null) {
                glossed.add(tokens.get(i));
            } else if (found.norm().equals(NAME)) {
                glossed.addAll(tokens.subList(i, i + length));
            } else {
                glossed.add(found);
            }
            i += Math.max(1, length);
        }
        return glossed;
    }

    private static boolean opensSentence(List<Token> tokens, int at) {
        return at == 0 || ".!?:\"“«。「『！？।|".contains(tokens.get(at - 1).text());
    }

    /** Hangul goes by syllables, but a word begins where its first one stands. */
    private static boolean startsWord(List<Token> tokens, int at) {
        return at == 0 || tokens.get(at).spaced() || !hangul(tokens.get(at)) || !hangul(tokens.get(at - 1));
    }

    /** One syllable is a whole word or none; a single Han character in Japanese is one outside compounds. */
    private boolean endsWord(List<Token> tokens, int first, int last) {
        if (first < last) {
            return true;
        }
        boolean behind = last + 1 < tokens.size() && !tokens.get(last + 1).spaced();
        if (hangul(tokens.get(first)) && tokens.get(first).text().length() == 1) {
            return !behind || !hangul(tokens.get(last + 1));
        }
        return !language.equals("ja")
                || !han(tokens.get(first))
                || first == 0
                || !han(tokens.get(first - 1))
                || HONORIFICS.contains(tokens.get(first).text());
    }

    private static boolean hangul(Token token) {
        return token.script() == Character.UnicodeScript.HANGUL;
    }

    private static boolean han(Token token) {
        return token.script() == Character.UnicodeScript.HAN && token.text().length() == 1;
    }

    /** The gloss of a phrase, written as the data file has it; what opens a sentence may have a capital more. */
    private static @Nullable String meant(Node node, String text, Token first, Token last, boolean opens) {
        boolean caseless = Character.isLetter(first.text().codePointAt(0))
                && Character.toUpperCase(first.text().codePointAt(0))
                        == Character.toLowerCase(first.text().codePointAt(0));
        String written = text.substring(first.start(), last.end());
        for (Map.Entry<String, String> gloss : node.glosses.entrySet()) {
            boolean capital = Character.isUpperCase(gloss.getKey().codePointAt(0));
            if (caseless || opens || capital == first.capitalized() || written.equals(gloss.getKey())) {
                return gloss.getValue();
            }
        }
        return null;
    }

    static Token merged(String text, List<Token> tokens, int from, int last, String norm) {
        Token first = tokens.get(from);
        int end = tokens.get(last).end();
        return new Token(text.substring(first.start(), end), norm, first.start(), end, first.spaced());
    }
}
