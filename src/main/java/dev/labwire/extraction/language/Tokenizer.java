package dev.labwire.extraction.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into tokens. Hyphens stand alone, so that {@code GPT-4o} and {@code GPT 4o} differ in spacing only; a dot or
 * comma between letters or digits stays inside ({@code Z.ai}, {@code 2.5}, {@code 1,000}); a possessive {@code 's} is a
 * token of its own; scripts without spaces give a token a character.
 */
public final class Tokenizer {

    /** between them stand Han characters and Hangul syllables, which have one form only */
    private static final char FIRST_IDEOGRAPH = '\u4e00';

    private static final char LAST_SYLLABLE = '\ud7a3';
    private static final Set<String> CONTRACTIONS = Set.of("s", "m", "ve", "ll", "re", "d");
    private static final int LONGEST_CONTRACTION = 3;

    /** where the first of the scripts begins that are written without spaces */
    private static final int FIRST_SPACELESS = 0x2E80;

    private Tokenizer() {}

    /** The tokens of {@code text} from {@code from} up to {@code to}, in order. */
    public static List<Token> tokens(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>();
        int position = from;
        boolean spaced = true;
        while (position < to) {
            int c = text.codePointAt(position);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
                position += Character.charCount(c);
                spaced = true;
                continue;
            }
            int end = end(text, position, to, c);
            String written = text.substring(position, end);
            tokens.add(new Token(written, norm(written), position, end, spaced));
            position = end;
            spaced = false;
        }
        return tokens;
    }

    /** The tokens of a whole text. */
    public static List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    /** Lower case without typographic variants: what two spellings of one word share. */
    public static String norm(String written) {
        if (written.length() == 1 && written.charAt(0) >= FIRST_IDEOGRAPH && written.charAt(0) <= LAST_SYLLABLE) {
            return written;
        }
        String lower = (ascii(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        if (ascii(lower)) {
            return lower.indexOf('-') < 0 ? lower : lower.replace("start-up", "startup");
        }
        return lower.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace("start-up", "startup");
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static int end(String text, int start, int to, int first) {
        int contraction = contraction(text, start, to);
        boolean behindWord = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
        if (contraction > 0 && (behindWord || text.regionMatches(true, start + 1, "s", 0, 1))) {
            return start + contraction;
        }
        if (!wordPart(first) || spaceless(first)) {
            return first == '-' && start + 1 < to && text.charAt(start + 1) == '>'
                    ? start + 2
                    : start + Character.charCount(first);
        }
        int position = start;
        while (position < to) {
            int c = text.codePointAt(position);
            if (wordPart(c) && !spaceless(c) || inside(text, start, position, to, c)) {
                position += Character.charCount(c);
            } else {
                break;
            }
        }
        return startUp(text, start, position, to);
    }

    /** "start-up" is a word of its own, another spelling of "startup". */
    private static int startUp(String text, int start, int end, int to) {
        boolean start5 = end - start == 5
                && text.substring(start, end).equalsIgnoreCase("start")
                && end + 3 <= to
                && text.charAt(end) == '-';
        if (!start5 || !text.startsWith("up", end + 1)) {
            return end;
        }
        int after = end + 3 < to && text.charAt(end + 3) == 's' ? end + 4 : end + 3;
        return letterAt(text, after, to) ? end : after;
    }

    /** Whether a sign between two word parts belongs to the word. */
    private static boolean inside(String text, int start, int position, int to, int c) {
        if (position == start || position + 1 >= to) {
            return false;
        }
        char before = text.charAt(position - 1);
        char after = text.charAt(position + 1);
        if (c == '.') {
            return Character.isLetterOrDigit(before)
                    && (Character.isDigit(after) || Character.isLetter(after))
                    && !(Character.isLowerCase(before) && Character.isUpperCase(after) && position - start > 12);
        }
        if (c == ',') {
            return Character.isDigit(before) && Character.isDigit(after);
        }
        if (apostrophe(c)) {
            return Character.isLetter(before) && Character.isLetter(after) && contraction(text, position, to) == 0;
        }
        return false;
    }

    /** The length of "'s", "'m", "'ve", "'ll", "'re" or "'d" at a place, where the word ends with it; else 0. */
    private static int contraction(String text, int at, int to) {
        if (!apostrophe(text.charAt(at))) {
            return 0;
        }
        int end = at + 1;
        while (letterAt(text, end, to) && end - at <= LONGEST_CONTRACTION) {
            end++;
        }
        return CONTRACTIONS.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT)) ? end - at : 0;
    }

    private static boolean letterAt(String text, int index, int to) {
        return index < to && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean apostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean wordPart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '_';
    }

    private static boolean spaceless(int c) {
        if (c < FIRST_SPACELESS) {
            return false;
        }
        Character.UnicodeScript script = Token.script(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
