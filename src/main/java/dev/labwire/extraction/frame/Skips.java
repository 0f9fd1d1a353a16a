package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Duty;
import dev.labwire.extraction.frame.Unit.Type;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pattern may step over: the small grammar of asides, prepositional phrases and what stands before nouns. */
final class Skips {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?[bmk]?");
    private static final Set<String> BARRIERS = Set.of(".", ";", "!", "?");

    private Skips() {}

    static boolean auxiliary(Unit unit) {
        return unit.is(Type.WORD)
                        && (unit.may(Duty.AUXILIARY)
                                || unit.norm().endsWith("ly") && unit.norm().length() > 4)
                || unit.is(Type.DATE);
    }

    /** Articles, titles, possessors: "Jane Doe's" belongs to what follows, "Jane Doe" does not. */
    static boolean beforeNoun(AnnotatedSentence sentence, int at) {
        Unit unit = sentence.unit(at);
        return switch (unit.type()) {
            case ORGANIZATION, ROLE, NAME -> true;
            case PERSON -> at + 1 < sentence.size() && sentence.unit(at + 1).word("'s");
            case SIGN -> unit.may(Duty.BEFORE_NOUN) || titleBeforeName(sentence, at);
            case WORD -> unit.may(Duty.BEFORE_NOUN) || unit.may(Duty.LOOSE) || figure(unit.norm());
            default -> unit.may(Duty.LOOSE);
        };
    }

    /** "its chief scientist, Jane Doe": the comma. */
    private static boolean titleBeforeName(AnnotatedSentence sentence, int at) {
        return sentence.unit(at).word(",")
                && at > 0
                && at + 1 < sentence.size()
                && sentence.unit(at - 1).is(Type.ROLE)
                && (sentence.unit(at + 1).is(Type.PERSON)
                        || sentence.unit(at + 1).is(Type.NAME) && Names.personLike(sentence.unit(at + 1)));
    }

    private static boolean figure(String norm) {
        return Character.isDigit(norm.charAt(0)) && FIGURE.matcher(norm).matches();
    }

    static boolean barrier(Unit unit) {
        return unit.is(Type.SIGN) && BARRIERS.contains(unit.norm());
    }

    /** Neither the end of a clause nor anybody else who could do or suffer what is told. */
    static boolean plain(Unit unit) {
        return !barrier(unit) && !unit.is(Type.PERSON) && !unit.is(Type.ORGANIZATION);
    }

    /** Whether a unit is the first of its sentence, a dateline or label aside. */
    static boolean opening(AnnotatedSentence sentence, int unit) {
        if (unit == 0) {
            return true;
        }
        Unit before = sentence.unit(unit - 1);
        return before.is(Type.SIGN)
                && (":".equals(before.norm())
                        || "-".equals(before.norm())
                        || "\"".equals(before.norm())
                        || ";".equals(before.norm())
                        || "|".equals(before.norm()));
    }

    /** Whether a unit index is behind the last word of its sentence or clause. */
    static boolean closing(AnnotatedSentence sentence, int unit) {
        return unit >= sentence.size()
                || sentence.unit(unit).is(Type.SIGN)
                        && !"'s$%(\"".contains(sentence.unit(unit).norm());
    }

    /** The unit behind a bracket, a pair of commas or a pair of dashes that opens at {@code unit}; else {@code unit}. */
    static int aside(AnnotatedSentence sentence, int unit, int most) {
        return longerAside(sentence, unit, unit, most);
    }

    /** The next way an aside that opens at {@code unit} can close, beyond {@code behind}; else -1. */
    static int longerAside(AnnotatedSentence sentence, int unit, int behind, int most) {
        Unit opening = sentence.unit(unit);
        if (!opening.is(Type.SIGN)) {
            return -1;
        }
        String closing =
                switch (opening.norm()) {
                    case "," -> ",:";
                    case "-" -> "-";
                    case "(" -> ")";
                    case "[" -> "]";
                    default -> "";
                };
        if (closing.isEmpty() || closing.equals("-") && !sentence.spaced(unit)) {
            return -1;
        }
        for (int i = Math.max(unit + 2, behind); i < sentence.size() && i < unit + most; i++) {
            Unit here = sentence.unit(i);
            if (barrier(here)) {
                return -1;
            }
            if (here.is(Type.SIGN) && closing.contains(here.norm()) && (!closing.equals("-") || sentence.spaced(i))) {
                return i + 1;
            }
        }
        return -1;
    }

    /** A quotation mark around or behind a name. */
    static boolean quotation(Unit unit) {
        return unit.is(Type.SIGN) && (unit.word("\"") || unit.word("'") || unit.word("«") || unit.word("»"));
    }

    /** A comma or colon that closes what the name stood in: ", Jane Doe, is leaving", "Jane Doe, co-founder: leaves". */
    static boolean stray(AnnotatedSentence sentence, int unit) {
        Unit here = sentence.unit(unit);
        if (!here.is(Type.SIGN) || unit + 1 >= sentence.size()) {
            return false;
        }
        Unit next = sentence.unit(unit + 1);
        return here.word(":")
                || here.word("-") && sentence.spaced(unit) && !next.lemmas().isEmpty()
                || here.word(",")
                        && (next.is(Type.WORD) && next.may(Duty.AUXILIARY)
                                || !next.lemmas().isEmpty());
    }

    /** The unit behind a preposition with its noun that starts at {@code unit}; else {@code unit}. */
    static int prepositionalPhrase(AnnotatedSentence sentence, int unit) {
        if (!sentence.unit(unit).is(Type.WORD) || !sentence.unit(unit).may(Duty.PREPOSITION)) {
            return unit;
        }
        int at = unit + 1;
        while (at < sentence.size() && at < unit + 7 && !sentence.unit(at).is(Type.SIGN)) {
            if (sentence.unit(at).entity()
                    && !(at + 1 < sentence.size()
                            && (sentence.unit(at + 1).word("'s")
                                    || sentence.unit(at + 1).entity()))) {
                return at + 1;
            }
            at++;
        }
        return unit;
    }
}
