package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Lexicon;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sentence of a script without capitals as a finder of names looks at it: by the places of its units. */
final class CaselessSentence {

    private static final Set<String> DOTS = Set.of("·", "・", "•", "‧", "=", "＝", "．");

    private final List<Token> tokens;
    private final List<Unit> units;
    private final Lexicon lexicon;
    private final BitSet plain = new BitSet();
    private @Nullable String whole;

    CaselessSentence(Sentence sentence, List<Unit> units, Lexicon lexicon) {
        this(sentence.tokens(), units, lexicon);
    }

    private CaselessSentence(List<Token> tokens, List<Unit> units, Lexicon lexicon) {
        this.tokens = tokens;
        this.units = units;
        this.lexicon = lexicon;
        for (int i = 0; i < units.size(); i++) {
            plain.set(i, unexplained(i));
        }
    }

    List<Unit> units() {
        return units;
    }

    /** The sentence with other units for the same tokens. */
    CaselessSentence with(List<Unit> others) {
        return new CaselessSentence(tokens, others, lexicon);
    }

    /** A set of words of the language; empty where it has none of that name. */
    Set<String> words(String name) {
        return lexicon.words().setIfAny(name);
    }

    /** The tokens of the units from one place to before another. */
    List<Token> tokens(int from, int to) {
        return tokens.subList(units.get(from).from(), units.get(to - 1).to());
    }

    /** The text of the units from one place to before another, without blanks where the script has none. */
    String text(int from, int to) {
        return written(tokens(from, to));
    }

    /** The text of the whole sentence. */
    String text() {
        if (whole == null) {
            whole = text(0, units.size());
        }
        return whole;
    }

    static String written(List<Token> tokens) {
        StringBuilder written = new StringBuilder();
        for (Token token : tokens) {
            written.append(written.length() > 0 && token.spaced() ? " " : "").append(token.text());
        }
        return written.toString();
    }

    private Token first(int unit) {
        return tokens.get(units.get(unit).from());
    }

    UnicodeScript script(int unit) {
        return first(unit).script();
    }

    boolean spaced(int unit) {
        return first(unit).spaced();
    }

    /** Whether a dot stands there as it parts foreign names. */
    boolean dot(int unit) {
        return dot(units.get(unit).norm());
    }

    static boolean dot(String text) {
        return DOTS.contains(text);
    }

    /** A word of a caseless script that nothing else explains. */
    boolean plain(int unit) {
        return plain.get(unit);
    }

    private boolean unexplained(int unit) {
        Unit here = units.get(unit);
        Token token = first(unit);
        return here.is(Type.WORD)
                && here.lemmas().isEmpty()
                && token.caseless()
                && here.to() == here.from() + 1
                && !(here.norm().charAt(0) < 128 && token.glossed())
                && !here.may(Unit.Duty.PREPOSITION)
                && script(unit) != UnicodeScript.HIRAGANA;
    }

    /** Whether those units together are a word that is no name. */
    boolean common(int from, int to) {
        String norms = units.subList(from, to).stream().map(Unit::norm).collect(Collectors.joining());
        return words("common").contains(norms);
    }

    /** How many tokens the surname has that some tokens begin with; 0 where they begin with none. */
    int surname(List<Token> name) {
        Set<String> surnames = words("surnames");
        if (name.size() > 2
                && surnames.contains(name.get(0).norm() + name.get(1).norm())) {
            return 2;
        }
        return surnames.contains(name.get(0).norm()) ? 1 : 0;
    }

    /** Whether those units begin with a surname. */
    boolean withSurname(int from, int to) {
        return surname(tokens(from, to)) > 0;
    }

    boolean givenName(String name) {
        return GivenNames.known(name, lexicon);
    }

    /** Whether a syllable of Hangul stands there, be it of a word or of a particle. */
    boolean syllable(int unit) {
        return units.get(unit).is(Type.WORD) && script(unit) == UnicodeScript.HANGUL;
    }

    /** The end of the Korean word that begins at a unit. */
    int wordEnd(int from) {
        int end = from + 1;
        while (end < units.size() && syllable(end) && !spaced(end)) {
            end++;
        }
        return end;
    }

    /** The end of a Korean word without the particle that hangs on it. */
    int stem(int from, int end) {
        for (int stem = Math.max(from + 1, end - 2); stem < end; stem++) {
            if (words("particles").contains(text(stem, end))) {
                return stem;
            }
        }
        return end;
    }

    /** Whether a title or an employer stands at a place, which may lie outside. */
    boolean post(int unit) {
        return unit >= 0
                && unit < units.size()
                && (units.get(unit).is(Type.ROLE) || units.get(unit).is(Type.ORGANIZATION));
    }
}
