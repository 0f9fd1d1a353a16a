package dev.labwire.extraction.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says which language a text is in, by the share of scripts and, for Latin letters, by function words. Tags that feeds
 * and pages carry lie too often to be trusted. Pure; safe for many threads.
 */
public final class LanguageGuess {

    private static final double FOREIGN_SHARE = 0.3;
    private static final double MIXED_SHARE = 0.1;
    private static final int MIXED_LETTERS = 40;
    /** what may be left where Latin names fill a headline in another script: "DeepSeek发布DeepSeek-V3.2" */
    private static final double NAMES_SHARE = 0.05;

    private static final double ENGLISH_GRAMMAR = 0.08;
    private static final int LONGEST = 6_000;
    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.of(
            Character.UnicodeScript.HIRAGANA, "ja",
            Character.UnicodeScript.KATAKANA, "ja",
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.HAN, "zh",
            Character.UnicodeScript.DEVANAGARI, "hi",
            Character.UnicodeScript.CYRILLIC, "ru",
            Character.UnicodeScript.ARABIC, "ar",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.THAI, "th",
            Character.UnicodeScript.GREEK, "el");
    /** the first code point behind the Latin letters of the languages told apart here */
    private static final int LATIN_ENDS = 0x250;

    private static final Map<String, Set<String>> FUNCTION_WORDS = Map.of(
            "en",
                    Set.of(
                            "the", "and", "of", "to", "is", "are", "was", "were", "be", "been", "for", "with", "from",
                            "by", "at", "that", "this", "these", "those", "it", "its", "his", "her", "their", "our",
                            "has", "have", "had", "will", "would", "can", "could", "should", "not", "more", "than",
                            "but", "if", "when", "while", "who", "what", "how", "why", "after", "before", "over",
                            "under", "into", "about", "up", "out", "off", "new", "says", "said", "just", "first", "two",
                            "three", "four", "five", "ten", "amid"),
            "fr",
                    Set.of(
                            "le", "la", "les", "des", "et", "une", "est", "pour", "dans", "qui", "que", "du", "sur",
                            "avec", "par", "au", "son", "sa"),
            "de",
                    Set.of(
                            "der", "die", "das", "und", "ist", "von", "mit", "den", "für", "ein", "eine", "nicht",
                            "auf", "wird", "dem", "bei", "als", "sich"),
            "es",
                    Set.of(
                            "el", "los", "las", "una", "que", "del", "para", "con", "por", "se", "su", "como", "al",
                            "es", "más", "y", "ha", "en"),
            "it",
                    Set.of(
                            "il", "lo", "gli", "di", "che", "per", "con", "una", "della", "del", "è", "nel", "alla",
                            "da", "sono", "ha", "dei", "come"),
            "pt",
                    Set.of(
                            "o", "os", "as", "um", "uma", "que", "para", "com", "do", "da", "na", "no", "em", "se",
                            "por", "foi", "não", "é"),
            "nl",
                    Set.of(
                            "het", "een", "van", "en", "dat", "op", "te", "met", "voor", "zijn", "niet", "aan", "wordt",
                            "bij"),
            "tr", Set.of("ve", "bir", "bu", "için", "ile", "olarak", "daha", "olan", "gibi", "çok"),
            "id",
                    Set.of(
                            "yang", "dan", "di", "untuk", "dengan", "dari", "ini", "pada", "adalah", "akan", "oleh",
                            "itu"));

    /** letters that of these languages one alone has */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ğ', "tr"),
            Map.entry('ı', "tr"),
            Map.entry('ş', "tr"),
            Map.entry('ñ', "es"),
            Map.entry('ã', "pt"),
            Map.entry('õ', "pt"),
            Map.entry('ß', "de"),
            Map.entry('ä', "de"),
            Map.entry('œ', "fr"),
            Map.entry('è', "fr"),
            Map.entry('ò', "it"),
            Map.entry('ì', "it"));

    /** by how many words more than English ones a language is told that a text of few words is in, one of them English */
    private static final int ENOUGH = 2;

    /** The languages that have a word as a function word. */
    private final Map<String, List<String>> languages = new HashMap<>();

    /** The languages that a word of the trade, such as a verb of hiring, speaks for; of the English ones English alone. */
    private final Map<String, List<String>> telling = new HashMap<>();

    /** A guess that knows further function words, and others for what is too short for function words, by language code. */
    public LanguageGuess(Map<String, List<String>> functionWords, Map<String, ? extends Collection<String>> telling) {
        FUNCTION_WORDS.forEach((language, words) -> learn(languages, language, words));
        functionWords.forEach((language, words) -> learn(languages, language, words));
        telling.forEach((language, words) -> learn(this.telling, language, words));
        this.telling.replaceAll((word, of) -> of.contains("en") ? List.of("en") : of);
    }

    private static void learn(Map<String, List<String>> languages, String language, Collection<String> words) {
        for (String word : words) {
            List<String> known = languages.computeIfAbsent(word, key -> new ArrayList<>());
            if (!known.contains(language)) {
                known.add(language);
            }
        }
    }

    /** The ISO 639-1 code of the language that most of a text is in; English where little speaks for anything else. */
    public String language(String title, String text) {
        String sample = (title + "\n" + text).substring(0, Math.min(LONGEST, title.length() + 1 + text.length()));
        Map<String, Integer> letters = new HashMap<>();
        int all = 0;
        for (int c : sample.codePoints().filter(Character::isAlphabetic).toArray()) {
            all++;
            if (c < LATIN_ENDS) {
                continue;
            }
            String language = SCRIPTS.get(Token.script(c));
            if (language != null) {
                letters.merge(language, 1, Integer::sum);
            }
        }
        int foreign = letters.values().stream().mapToInt(Integer::intValue).sum();
        boolean mixed = foreign >= MIXED_LETTERS && foreign > MIXED_SHARE * all;
        if (foreign > FOREIGN_SHARE * all
                || mixed && !hasEnglishGrammar(sample)
                || foreign > NAMES_SHARE * all && !hasEnglishWords(sample)) {
            boolean kana = letters.getOrDefault("ja", 0) > 0.05 * foreign;
            return kana ? "ja" : most(letters);
        }
        return latin(sample);
    }

    /** Whether English words hold the text together, rather than stand in it as borrowed nouns and names. */
    private static boolean hasEnglishGrammar(String sample) {
        int words = 0;
        int grammar = 0;
        for (Token token : Tokenizer.tokens(sample)) {
            if (Token.script(token.norm().codePointAt(0)) == Character.UnicodeScript.LATIN) {
                words++;
                grammar += FUNCTION_WORDS.get("en").contains(token.norm()) ? 1 : 0;
            }
        }
        return grammar >= ENGLISH_GRAMMAR * words;
    }

    /** Whether English words stand there that are no parts of names. */
    private boolean hasEnglishWords(String sample) {
        return Tokenizer.tokens(sample).stream()
                .filter(token -> !token.capitalized())
                .map(Token::norm)
                .anyMatch(word -> languages.getOrDefault(word, List.of()).contains("en")
                        || telling.getOrDefault(word, List.of()).contains("en"));
    }

    private String latin(String sample) {
        List<Token> tokens = Tokenizer.tokens(sample).stream()
                .filter(token -> !token.allCapitals()) // AI is no Italian preposition
                .toList();
        Map<String, Integer> votes = new HashMap<>();
        vote(tokens, languages, votes);
        int english = votes.getOrDefault("en", 0);
        String best = votes.isEmpty() ? "en" : most(votes);
        return votes.getOrDefault(best, 0) > english + 2 ? best : ofFewWords(tokens, votes);
    }

    /** A headline or a short sentence: the words of the trade count as well. */
    private String ofFewWords(List<Token> tokens, Map<String, Integer> votes) {
        List<Token> words =
                tokens.stream().filter(token -> !aName(tokens, token)).toList();
        vote(words, telling, votes);
        words.forEach(word -> word.norm()
                .chars()
                .mapToObj(letter -> LETTERS.get((char) letter))
                .filter(Objects::nonNull)
                .forEach(language -> votes.merge(language, 1, Integer::sum)));
        String best = votes.isEmpty() ? "en" : most(votes);
        int english = votes.getOrDefault("en", 0);
        return votes.getOrDefault(best, 0) >= (english == 0 ? 1 : english + ENOUGH) ? best : "en";
    }

    /** A capital inside the text: "Pro", "Flash" and "Scout" are models' as often as words. */
    private static boolean aName(List<Token> tokens, Token token) {
        return token.capitalized() && token != tokens.get(0);
    }

    private static void vote(List<Token> tokens, Map<String, List<String>> words, Map<String, Integer> votes) {
        for (Token token : tokens) {
            for (String language : words.getOrDefault(token.norm(), List.of())) {
                votes.merge(language, 1, Integer::sum);
            }
        }
    }

    private static String most(Map<String, Integer> counts) {
        List<String> languages = counts.keySet().stream().sorted().toList();
        return languages.stream().max(Comparator.comparing(counts::get)).orElse("en");
    }
}
