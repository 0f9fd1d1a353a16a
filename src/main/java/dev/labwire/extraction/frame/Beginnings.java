package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import java.util.HashSet;
import java.util.Set;

/**
 * The words that something known can begin with: a model, organisation, person, benchmark, sum or title. Most words of a text
 * are none of them, and need not be looked for in each list. Immutable.
 */
final class Beginnings {

    private final Set<String> words = new HashSet<>();
    private final Idiom idiom;

    Beginnings(Lexicon lexicon, ModelNames models) {
        this.idiom = lexicon.idiom();
        words.addAll(models.beginnings());
        words.addAll(lexicon.organizationNames().beginnings());
        words.addAll(lexicon.people().beginnings());
        words.addAll(lexicon.benchmarks().beginnings());
        words.addAll(Amounts.beginnings());
        words.addAll(lexicon.words().set("currency-signs"));
        words.addAll(lexicon.words().set("role-heads"));
        words.addAll(lexicon.words().set("role-modifiers"));
        words.addAll(lexicon.words().titles().beginnings());
    }

    /** Whether something may begin with a word, as far as the word alone tells; with one that has a figure in it always. */
    boolean may(Token token) {
        String norm = token.norm();
        if (words.contains(norm) || norm.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        String key = idiom.nameKey(norm);
        return !key.equals(norm) && words.contains(key);
    }
}
