package dev.labwire.extraction.language;

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

    /** Starts with an upper-case letter. */
    public boolean capitalized() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Starts with a letter of a script that has no capitals. */
    public boolean caseless() {
        int first = text.codePointAt(0);
        return Character.isLetter(first) && Character.toUpperCase(first) == Character.toLowerCase(first);
    }

    /** Whether it stands for a word of the engine's own that is spelt otherwise. */
    public boolean glossed() {
        return !norm.equals(Tokenizer.norm(text));
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
