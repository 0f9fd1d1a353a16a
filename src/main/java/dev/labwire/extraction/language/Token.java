package dev.labwire.extraction.language;

import java.lang.Character.UnicodeScript;

/**
 * One word, figure or sign, with its place in the text it came from.
 *
 * @param text as written
 * @param norm lower case, with plain quotes and dashes; what word lists are matched with
 * @param start index of its first UTF-16 code unit
 * @param end index behind its last
 * @param spaced whether white space stands before it
 */
public record Token(String text, String norm, int start, int end, boolean spaced) {

    /** the CJK Unified Ideographs of the basic plane that no version of Unicode lacks */
    private static final int FIRST_HAN = 0x4E00;

    private static final int LAST_HAN = 0x9FA5;
    private static final int FIRST_RARE_HAN = 0x3400;
    private static final int FIRST_KANA = 0x3041;
    private static final int LAST_KANA = 0x30FF;
    private static final int FIRST_CYRILLIC = 0x400;

    /** where the letters of further scripts end and signs begin that stand for Latin letters and figures */
    private static final int FIRST_SIGN = 0x1D00;

    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_HANGUL = 0xAC00;
    private static final int LAST_HANGUL = 0xD7A3;

    /** Starts with an upper-case letter. */
    public boolean capitalized() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Starts with a letter of a script that has no capitals. */
    public boolean caseless() {
        int first = text.codePointAt(0);
        return Character.isLetter(first) && Character.toUpperCase(first) == Character.toLowerCase(first);
    }

    /** The script of its first character. */
    public UnicodeScript script() {
        return script(text.codePointAt(0));
    }

    /** As the platform has it, sooner for the scripts that texts are mostly in. */
    static UnicodeScript script(int character) {
        if (character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z') {
            return UnicodeScript.LATIN;
        }
        if (character >= FIRST_HAN && character <= LAST_HAN) {
            return UnicodeScript.HAN;
        }
        return character >= FIRST_HANGUL && character <= LAST_HANGUL
                ? UnicodeScript.HANGUL
                : UnicodeScript.of(character);
    }

    /** Whether it stands for a word of the engine's own that is spelt otherwise. */
    public boolean glossed() {
        return !norm.equals(text) && (inEnginesWords() || !norm.equals(Tokenizer.norm(text)));
    }

    /** Whether letters of another script than the Latin one stand for a word of the engine's own: no spelling of theirs is one. */
    private boolean inEnginesWords() {
        char first = text.charAt(0);
        boolean letter = first >= FIRST_CYRILLIC && first < FIRST_SIGN
                || first >= FIRST_KANA && first <= LAST_KANA
                || first >= FIRST_RARE_HAN && first <= LAST_HANGUL;
        return letter && norm.charAt(0) < FIRST_BEYOND_ASCII;
    }

    /** Two letters or more, all of them upper case. */
    public boolean allCapitals() {
        return text.length() > 1
                && text.chars().allMatch(c -> Character.isUpperCase(c) || !Character.isLetter(c))
                && wordLike();
    }

    /** Has an upper-case letter behind a lower-case one, as product names do. */
    public boolean camelCase() {
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Starts with a letter. */
    public boolean wordLike() {
        return Character.isLetter(text.codePointAt(0));
    }

    /** Starts with a digit. */
    public boolean numeric() {
        return Character.isDigit(text.charAt(0));
    }

    public boolean hasDigit() {
        return text.chars().anyMatch(Character::isDigit);
    }

    public boolean is(String word) {
        return norm.equals(word);
    }
}
