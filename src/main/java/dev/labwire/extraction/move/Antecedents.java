package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a pronoun stands for. Two sentences back at most; nobody rather than somebody wrong. */
final class Antecedents {

    private static final int FURTHEST = 3;
    private static final Set<String> SAYING = Set.of("say", "write", "post", "announce");

    private final List<AnnotatedSentence> sentences;
    private final @Nullable String author;

    /** Pronouns of these sentences; {@code author} is who "I" may be. */
    Antecedents(List<AnnotatedSentence> sentences, @Nullable String author) {
        this.sentences = sentences;
        this.author = author;
    }

    /** The person that a pronoun unit means. */
    Optional<String> of(AnnotatedSentence sentence, int at) {
        Unit pronoun = sentence.unit(at);
        if (pronoun.word("i") || pronoun.word("my")) {
            return speaker(sentence, at);
        }
        if (pronoun.word("who")) {
            return rightBefore(sentence, at);
        }
        return firstBefore(sentence, at).or(() -> earlier(sentence));
    }

    /** Whom "they" means: two people or more named before it in the sentence. */
    Set<String> group(AnnotatedSentence sentence, int at) {
        Set<String> people = new LinkedHashSet<>();
        sentence.units().subList(0, at).stream()
                .filter(unit -> unit.is(Type.PERSON))
                .forEach(unit -> people.add(unit.valueAs(String.class)));
        return people.size() > 1 ? people : new LinkedHashSet<>();
    }

    /** Whom a relative clause hangs on: a person right before it or before the aside it stands in. */
    private static Optional<String> rightBefore(AnnotatedSentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit)) {
                return name(unit);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstBefore(AnnotatedSentence sentence, int at) {
        return sentence.units().subList(0, at).stream()
                .filter(unit -> unit.is(Type.PERSON))
                .findFirst()
                .flatMap(Antecedents::name);
    }

    /** The first person of the nearest sentence before that names one. */
    private Optional<String> earlier(AnnotatedSentence sentence) {
        int index = sentence.sentence().index();
        for (int back = index - 1; back >= Math.max(0, index - FURTHEST); back--) {
            AnnotatedSentence before = sentences.get(back);
            boolean goesOn = before.units().subList(0, Math.min(2, before.size())).stream()
                    .anyMatch(unit -> unit.word("he") || unit.word("she"));
            Optional<String> first = before.units().stream()
                    .filter(unit -> unit.is(Type.PERSON))
                    .findFirst()
                    .flatMap(Antecedents::name);
            if (first.isPresent() && !goesOn) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** Who says "I": the person named before it in the sentence, else the author of a personal text. */
    private Optional<String> speaker(AnnotatedSentence sentence, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (sentence.unit(i).is(Type.PERSON)) {
                return name(sentence.unit(i));
            }
        }
        Optional<String> behind = quotedBefore(sentence, at);
        if (behind.isPresent()) {
            return behind;
        }
        boolean personal = author != null && author.strip().matches("\\p{Lu}[\\p{L}.'’-]+(?: [\\p{L}.'’-]+){1,3}");
        return personal ? Optional.of(author.strip()) : Optional.empty();
    }

    /** "I am joining…," Jane Doe wrote: the person beside a verb of saying behind the quotation. */
    private static Optional<String> quotedBefore(AnnotatedSentence sentence, int at) {
        for (int i = at + 1; i < sentence.size(); i++) {
            boolean said = i + 1 < sentence.size() && SAYING.stream().anyMatch(sentence.unit(i + 1)::lemma)
                    || SAYING.stream().anyMatch(sentence.unit(i - 1)::lemma);
            if (sentence.unit(i).is(Type.PERSON) && said) {
                return name(sentence.unit(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(Unit unit) {
        return Optional.of(unit.valueAs(String.class));
    }
}
