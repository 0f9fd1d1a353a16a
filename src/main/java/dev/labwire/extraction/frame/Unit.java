package dev.labwire.extraction.frame;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entity, word or sign of an annotated sentence; what patterns step over.
 *
 * @param from index of its first token
 * @param to index behind its last
 * @param norm lower-case text
 * @param lemmas verbs the word is a form of
 * @param duties what a word or sign may do in a phrase
 * @param value what an entity stands for; its class follows from the type
 */
public record Unit(
        Type type,
        int from,
        int to,
        String norm,
        Set<String> lemmas,
        Set<Duty> duties,
        @Nullable Object value) {

    /** A unit without a duty, as entities are. */
    public Unit(Type type, int from, int to, String norm, Set<String> lemmas, @Nullable Object value) {
        this(type, from, to, norm, lemmas, Set.of(), value);
    }

    /** What words and signs do in phrases; the language's data file says which do what. */
    public enum Duty {
        /** may stand between a subject and its verb */
        AUXILIARY,
        /** may stand between a verb and the noun it governs */
        BEFORE_NOUN,
        PREPOSITION,
        /** has the article in it: "du" is "of the" */
        DEFINITE,
        /** of another language than English and nothing more is known of it: a few may stand anywhere in a phrase */
        LOOSE
    }

    /** What a unit can be. */
    public enum Type {
        WORD,
        SIGN,
        /** value: a {@code String}, the name as written */
        PERSON,
        /** value: an {@code Organization} */
        ORGANIZATION,
        /** value: a {@code ModelName} */
        MODEL,
        /** a title or function without its tail */
        ROLE,
        /** value: a {@code DateFinder.Found} */
        DATE,
        /** value: a {@code Double}, US dollars */
        MONEY,
        /** a sum in another currency; no value, for what it is worth in dollars the text does not say */
        OTHER_CURRENCY,
        /** value: a {@code BenchmarkName} */
        BENCHMARK,
        /** a capitalised name that nobody knows; value: the name as written */
        NAME
    }

    public boolean is(Type wanted) {
        return type == wanted;
    }

    public boolean may(Duty duty) {
        return duties.contains(duty);
    }

    public boolean word(String text) {
        return norm.equals(text);
    }

    /** Whether it is that word or a form of that verb. */
    public boolean lemma(String lemma) {
        return norm.equals(lemma) || lemmas.contains(lemma);
    }

    /** An entity of any type, as opposed to words and signs. */
    public boolean entity() {
        return type != Type.WORD && type != Type.SIGN;
    }

    public <T> T valueAs(Class<T> type) {
        return type.cast(value);
    }
}
