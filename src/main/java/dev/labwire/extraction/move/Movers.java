package dev.labwire.extraction.move;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Words;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a frame of a move speaks of. */
final class Movers {

    private static final int REACH_OF_COMPANIONS = 24;
    private static final int NEAR = 5;

    private final Antecedents antecedents;
    private final Words words;

    Movers(Antecedents antecedents, Words words) {
        this.antecedents = antecedents;
        this.words = words;
    }

    /** The person in its slot, those coordinated with it, or whom a pronoun stands for. */
    Set<String> of(FrameMatch match) {
        Set<String> people = new LinkedHashSet<>();
        int at = match.position("person");
        if (at < 0) {
            return people;
        }
        Unit unit = match.sentence().unit(at);
        if (unit.word("they")) {
            return antecedents.group(match.sentence(), at);
        }
        if (unit.is(Type.WORD)) {
            antecedents.of(match.sentence(), at).ifPresent(people::add);
            if (unit.word("who")) {
                beforeRelative(match.sentence(), at, people);
            }
            return people;
        }
        boolean quoted =
                at > 0 && unit.is(Type.NAME) && match.sentence().unit(at - 1).word("\"");
        if (quoted) {
            return people;
        }
        people.add(unit.valueAs(String.class));
        row(match.sentence(), at, -1, people);
        row(match.sentence(), at, 1, people);
        plural(match, at, people);
        companions(match, people);
        if (!words.english()) {
            together(match, people);
        }
        return people;
    }

    /** "A, B and C": the names left or right of one, parted by commas and "and" alone. */
    private void row(AnnotatedSentence sentence, int at, int step, Set<String> people) {
        for (int i = at + step; i >= 0 && i < sentence.size(); i += step) {
            Unit unit = sentence.unit(i);
            boolean beside = sentence.unit(i - step).is(Type.PERSON);
            if (!beside && (unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit))) {
                people.add(unit.valueAs(String.class));
            } else if (words.english() || !passes(unit)) {
                if (!joins(unit) || unit.word(",") && !rowGoesOn(sentence, i + step)) {
                    return;
                }
            }
        }
    }

    /** "A, her title, and B, his title, are leaving": a plural verb takes everyone named before it. */
    private static void plural(FrameMatch match, int at, Set<String> people) {
        for (int verb = at + 1; verb < match.to(); verb++) {
            Unit unit = match.sentence().unit(verb);
            if (unit.word("are") || unit.word("have") || unit.word("were")) {
                for (int i = at + 1; i < verb; i++) {
                    boolean joined = match.sentence().unit(i - 1).word("and")
                            || match.sentence().unit(i - 1).word(",");
                    if (match.sentence().unit(i).is(Type.PERSON) && joined) {
                        people.add(match.sentence().unit(i).valueAs(String.class));
                    }
                }
                return;
            }
        }
    }

    /** "A and B, who left Acme": behind a comma the clause is about the whole row. */
    private void beforeRelative(AnnotatedSentence sentence, int who, Set<String> people) {
        if (who > 1
                && sentence.unit(who - 1).word(",")
                && sentence.unit(who - 2).is(Type.PERSON)) {
            row(sentence, who - 2, -1, people);
        }
    }

    /** "…, und mit ihm B", "B 也一同前往": named behind the move and said to go along. */
    private void together(FrameMatch match, Set<String> people) {
        AnnotatedSentence sentence = match.sentence();
        int end = Math.min(sentence.size(), match.to() + REACH_OF_COMPANIONS);
        for (int i = match.to(); i < end; i++) {
            if (sentence.unit(i).is(Type.PERSON) && (near(sentence, i - NEAR, i) || near(sentence, i + 1, i + NEAR))) {
                people.add(sentence.unit(i).valueAs(String.class));
                row(sentence, i, 1, people);
            }
        }
    }

    private boolean near(AnnotatedSentence sentence, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
            if (words.setIfAny("going-along").contains(sentence.unit(i).norm())) {
                return true;
            }
        }
        return false;
    }

    /** "A returns to Acme along with B and C". */
    private void companions(FrameMatch match, Set<String> people) {
        AnnotatedSentence sentence = match.sentence();
        int at = match.to();
        boolean along = at + 1 < sentence.size()
                && (sentence.unit(at).word("along") || sentence.unit(at).word("together"))
                && sentence.unit(at + 1).word("with");
        boolean beside = at < sentence.size() && sentence.unit(at).word("alongside");
        if (along || beside) {
            row(sentence, along ? at + 1 : at, 1, people);
        }
    }

    /** What stands between the names of a row in other languages: titles, honorifics, particles. */
    private static boolean passes(Unit unit) {
        return unit.is(Type.ROLE) || Stream.of("mr", "와", "과", "·", "및").anyMatch(unit::word);
    }

    private static boolean joins(Unit unit) {
        return Stream.of(",", "and", "&", "along", "with", "together", "alongside")
                .anyMatch(unit::word);
    }

    private static boolean rowGoesOn(AnnotatedSentence sentence, int next) {
        return next >= 0
                && next < sentence.size()
                && (sentence.unit(next).is(Type.PERSON) || sentence.unit(next).word("and"));
    }
}
