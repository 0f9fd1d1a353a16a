package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Runs of capitalised words in one sentence that may be names of people or companies. */
final class NameShapes {

    private static final int LONGEST = 7;

    private static final Pattern CAMEL = Pattern.compile("[a-z]+[A-Z]\\w*");

    private final List<Token> tokens;
    private final boolean titleCase;
    private final Lexicon lexicon;
    private final Words words;
    private final IntPredicate breaks;

    /** The shapes of a sentence; {@code breaks} tells tokens that start another entity. */
    NameShapes(List<Token> tokens, boolean titleCase, Lexicon lexicon, IntPredicate breaks) {
        this.tokens = tokens;
        this.titleCase = titleCase;
        this.lexicon = lexicon;
        this.words = lexicon.words();
        this.breaks = breaks;
    }

    /** Index behind the name that starts at a token; {@code from} when none does. */
    int end(int from) {
        if (!namePart(from) || from == 0 && !startsName()) {
            return from;
        }
        int end = from + 1;
        int next = further(end);
        while (next > end && end - from < LONGEST) {
            end = next;
            next = further(end);
        }
        return end;
    }

    /** Index behind the next part of a name; {@code at} when the name ends there. */
    private int further(int at) {
        if (at >= tokens.size()) {
            return at;
        }
        if (tokens.get(at).spaced() && (goesOn(at) || endsCompany(at))) {
            return at + 1;
        }
        boolean particle = words.in("name-particles", tokens.get(at).norm()) && goesOn(at + 1);
        return initial(at) || joined(at) || particle ? at + 2 : at;
    }

    /** "Wisar AI": a part of the name, but in English, where any noun may follow "AI". */
    private boolean endsCompany(int at) {
        return !words.english()
                && !titleCase
                && tokens.get(at).text().equals("AI")
                && !tokens.get(at).glossed();
    }

    private boolean goesOn(int at) {
        return at < tokens.size() && namePart(at) && !breaks.test(at);
    }

    private boolean startsName() {
        String first = tokens.get(0).norm();
        if (words.in("not-names", first)) {
            return false;
        }
        boolean another =
                tokens.size() > 1 && tokens.get(1).wordLike() && tokens.get(1).capitalized();
        return lexicon.firstName(first) && another
                || !lexicon.commonWord(first) && words.lemmas(first).isEmpty()
                || another && !titleCase && !words.in("sentence-openers", first) && !lexicon.commonWord(first);
    }

    private boolean namePart(int i) {
        Token token = tokens.get(i);
        if (!token.wordLike()
                || token.caseless()
                || token.glossed() && !words.english()
                || !token.capitalized() && !CAMEL.matcher(token.text()).matches()
                || words.in("not-names", token.norm())) {
            return false;
        }
        if (initialLetter(token)) {
            return i + 1 < tokens.size() && tokens.get(i + 1).is(".");
        }
        boolean ordinary =
                lexicon.commonWord(token.norm()) || !words.lemmas(token.norm()).isEmpty();
        return !(titleCase && ordinary && !lexicon.firstName(token.norm()));
    }

    private static boolean initialLetter(Token token) {
        return token.text().length() == 1;
    }

    private boolean initial(int i) {
        return i + 2 < tokens.size()
                && initialLetter(tokens.get(i))
                && tokens.get(i).capitalized()
                && tokens.get(i + 1).is(".")
                && tokens.get(i + 2).capitalized();
    }

    /** "Min-su": Korean given names in Latin letters have a hyphen between their syllables. */
    private boolean syllable(int i) {
        return words.in("given-syllables", tokens.get(i).norm());
    }

    private boolean joined(int i) {
        return tokens.get(i).is("-")
                && !tokens.get(i).spaced()
                && i + 1 < tokens.size()
                && !tokens.get(i + 1).spaced()
                && tokens.get(i + 1).wordLike()
                && (tokens.get(i + 1).capitalized()
                        || lexicon.firstName(tokens.get(i - 1).norm())
                        || syllable(i - 1) && syllable(i + 1));
    }
}
