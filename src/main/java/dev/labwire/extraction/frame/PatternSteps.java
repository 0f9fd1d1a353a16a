package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Pattern.Cursor;
import dev.labwire.extraction.frame.Pattern.Next;
import dev.labwire.extraction.frame.Pattern.Step;
import dev.labwire.extraction.frame.Unit.Type;
import java.util.Set;
import java.util.function.Predicate;

/** The elements patterns are made of. */
final class PatternSteps {

    private static final int LONGEST_ASIDE = 28;
    private static final int LONGEST_NOUN_GAP = 8;

    /** where the scripts begin in which a sign is a unit; so many make what a word is elsewhere */
    private static final int SPACELESS = 0x2E80;

    private static final int SIGNS_OF_A_WORD = 3;
    private static final int LOOSE_BEFORE_NOUN = 6;

    /** words of another language between subject and verb that nothing is known of */
    private static final int MOST_LOOSE = 9;

    private PatternSteps() {}

    /** One word, or one form of a verb. */
    static Step word(Set<String> words, boolean exact) {
        return (cursor, unit, next) -> {
            if (unit >= cursor.size() || cursor.tired()) {
                return false;
            }
            return same(cursor.unit(unit), words, exact) && next.match(unit + 1);
        };
    }

    static boolean same(Unit unit, Set<String> words, boolean exact) {
        return words.contains(unit.norm()) || !exact && any(unit.lemmas(), words);
    }

    private static boolean any(Set<String> lemmas, Set<String> words) {
        for (String lemma : lemmas) {
            if (words.contains(lemma)) {
                return true;
            }
        }
        return false;
    }

    /** An entity of the type that the slot's name implies. */
    static Step slot(String name) {
        Predicate<Unit> fits = Slots.accepts(name);
        return (cursor, unit, next) -> {
            if (unit >= cursor.size() || cursor.tired() || !fits.test(cursor.unit(unit))) {
                return false;
            }
            Integer before = cursor.slots.put(name, unit);
            if (next.match(unit + 1)) {
                return true;
            }
            if (before == null) {
                cursor.slots.remove(name);
            } else {
                cursor.slots.put(name, before);
            }
            return false;
        };
    }

    /** Whether a unit of a sentence may be stepped over. */
    interface Skippable {
        boolean test(AnnotatedSentence sentence, int unit);
    }

    /** As few units as will do, each of which may be skipped. */
    static Step skipping(int most, Skippable skippable) {
        return (cursor, unit, next) -> {
            for (int at = unit; at <= unit + most && at <= cursor.size(); at++) {
                if (cursor.tired()) {
                    return false;
                }
                if (next.match(at)) {
                    return true;
                }
                if (at == cursor.size() || !skippable.test(cursor.sentence, at)) {
                    return false;
                }
            }
            return false;
        };
    }

    /** What may stand before a noun; of words of another language that nothing is known of, a few. */
    static Step nounGap() {
        return (cursor, unit, next) -> {
            int loose = 0;
            for (int at = unit; at <= unit + LONGEST_NOUN_GAP && at <= cursor.size(); at++) {
                if (cursor.tired()) {
                    return false;
                }
                if (next.match(at)) {
                    return true;
                }
                if (at == cursor.size() || !Skips.beforeNoun(cursor.sentence, at)) {
                    return false;
                }
                Unit here = cursor.unit(at);
                boolean unknown = here.is(Type.WORD) && here.may(Unit.Duty.LOOSE) && !here.may(Unit.Duty.BEFORE_NOUN);
                loose += unknown ? here.norm().codePointAt(0) < SPACELESS ? SIGNS_OF_A_WORD : 1 : 0;
                if (loose > LOOSE_BEFORE_NOUN) {
                    return false;
                }
            }
            return false;
        };
    }

    /** What may stand between a subject and its verb. */
    static Step subjectGap() {
        return (cursor, unit, next) -> gap(cursor, unit, next, 4, MOST_LOOSE);
    }

    private static boolean gap(Cursor cursor, int unit, Next next, int left, int loose) {
        if (cursor.tired()) {
            return false;
        }
        if (next.match(unit)) {
            return true;
        }
        if (left == 0 || unit >= cursor.size()) {
            return false;
        }
        Unit here = cursor.unit(unit);
        boolean board = here.word("'s")
                && unit + 1 < cursor.size()
                && cursor.unit(unit + 1).word("board");
        if (board && gap(cursor, unit + 2, next, left - 1, loose)) {
            return true;
        }
        if (Skips.auxiliary(here)) {
            return gap(cursor, unit + 1, next, here.type() == Type.WORD ? left : left - 1, loose);
        }
        if ((Skips.stray(cursor.sentence, unit) || Skips.quotation(here))
                && gap(cursor, unit + 1, next, left - 1, loose)) {
            return true;
        }
        if (here.may(Unit.Duty.LOOSE) && loose > 0 && gap(cursor, unit + 1, next, left, loose - 1)) {
            return true;
        }
        int behind = Skips.aside(cursor.sentence, unit, LONGEST_ASIDE);
        while (behind > unit) {
            if (gap(cursor, behind, next, left - 1, loose)) {
                return true;
            }
            behind = Skips.longerAside(cursor.sentence, unit, behind, LONGEST_ASIDE);
        }
        int phrase = Skips.prepositionalPhrase(cursor.sentence, unit);
        return phrase > unit && gap(cursor, phrase, next, left - 1, loose);
    }
}
