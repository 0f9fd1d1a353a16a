package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Names that nothing but their place and shape tells: surname and given name between words that are known. */
final class PlacedNames {

    /** Whether the words from one unit to before another stand elsewhere in the document without the one before them. */
    interface Recurring {
        boolean test(int from, int to);
    }

    /** verbs that have people for subjects */
    private static final Set<String> MOVING = Set.of("become", "join", "return", "resign", "leave");

    /** what may stand between the subject and such a verb, beside dates */
    private static final Set<String> BEFORE_VERB = Set.of("has", "will", "now", "from", "today", "had");

    private static final int MOST_BEFORE_VERB = 6;
    private static final int LONGEST_WORD = 6;

    /** of a Korean name */
    private static final int NATIVE_SYLLABLES = 3;

    private static final String HONORIFIC = "씨";

    private final CaselessSentence here;
    private final List<Unit> units;
    private final LearntNames names;
    private final Recurring recurring;

    PlacedNames(CaselessSentence here, LearntNames names, Recurring recurring) {
        this.here = here;
        this.units = here.units();
        this.names = names;
        this.recurring = recurring;
    }

    void find() {
        for (int i = 0; i < units.size(); i++) {
            if (!here.plain(i)) {
                continue;
            }
            int to =
                    switch (here.script(i)) {
                        case HAN -> nativeHan(i);
                        case HANGUL -> hangul(i);
                        case DEVANAGARI, ARABIC -> words(i);
                        default -> i;
                    };
            if (to > i) {
                names.learnIfNew(here, i, to);
                i = to - 1;
            }
        }
    }

    /** A Chinese name: a surname and one or two characters, with an end to the name on both sides. */
    private int nativeHan(int from) {
        if (here.words("surnames").isEmpty() || !opensName(from)) {
            return from;
        }
        for (int length = 3; length >= 2; length--) {
            int to = from + length;
            if (to > units.size()) {
                continue;
            }
            boolean all = true;
            for (int i = from; i < to; i++) {
                all &= here.plain(i) && here.script(i) == UnicodeScript.HAN && (i == from || !here.spaced(i));
            }
            int surname = all ? here.surname(here.tokens(from, to)) : 0;
            boolean ends = to == units.size() || closesName(to);
            boolean given = surname > 0
                    && !here.common(from, to)
                    && surname < length
                    && (length < 3 || !closer(units.get(to - 1)));
            if (given && ends && (length == 3 || evident(from, to))) {
                return to;
            }
        }
        return from;
    }

    /** Two characters are a name only beside a title or an employer. */
    private boolean evident(int from, int to) {
        boolean before = from > 0 && here.post(from - 1);
        boolean behind = to < units.size() && (units.get(to).is(Type.ROLE) || moves(to));
        return before || behind;
    }

    /** Whether somebody moves here: "加入…", "已于近日离开…", "从谷歌离职". */
    private boolean moves(int from) {
        for (int i = from; i < Math.min(units.size(), from + MOST_BEFORE_VERB); i++) {
            Unit unit = units.get(i);
            if (MOVING.stream().anyMatch(unit::lemma)) {
                return true;
            }
            boolean passing = BEFORE_VERB.stream().anyMatch(unit::word)
                    || unit.lemma("announce")
                    || unit.is(Type.DATE)
                    || unit.is(Type.ORGANIZATION)
                            && i > from
                            && units.get(i - 1).word("from");
            if (!passing) {
                return false;
            }
        }
        return false;
    }

    private boolean opensName(int at) {
        if (at == 0) {
            return true;
        }
        Unit before = units.get(at - 1);
        return !here.plain(at - 1) || here.words("before-name").contains(before.norm());
    }

    private boolean closesName(int at) {
        return !here.plain(at) || closer(units.get(at));
    }

    private boolean closer(Unit unit) {
        return here.words("after-name").contains(unit.norm());
    }

    /** Korean: three syllables with a surname before a title or particle; or two words of which one is a known first name. */
    private int hangul(int from) {
        if (!here.spaced(from) && from > 0 && !here.dot(from - 1)) {
            return from;
        }
        int end = here.wordEnd(from);
        int stem = here.stem(from, end);
        if (ofThreeSyllables(from, end)) {
            return from + NATIVE_SYLLABLES;
        }
        boolean first = stem == end && end - from <= LONGEST_WORD && !here.common(from, end);
        boolean second = first && end < units.size() && here.plain(end) && here.script(end) == UnicodeScript.HANGUL;
        return second ? transliterated(from, end) : from;
    }

    /** "박나래 상무", "오태경씨가", "하정훈 전 이사", "출신 배지원", "진우림·석민재": where a surname and two syllables are a person. */
    private boolean ofThreeSyllables(int from, int end) {
        int behind = from + NATIVE_SYLLABLES;
        if (end < behind || !here.withSurname(from, behind) || here.common(from, behind)) {
            return false;
        }
        String tail = end == behind ? "" : here.text(behind, end);
        boolean honoured = tail.startsWith(HONORIFIC) && particle(tail.substring(1));
        boolean introduced = from > 0
                && (units.get(from - 1).is(Type.ROLE) || units.get(from - 1).word("alumnus"));
        boolean inRow = behind < units.size() && here.dot(behind);
        boolean titled = tail.isEmpty()
                && (here.post(behind)
                        || behind < units.size()
                                && (units.get(behind).word("mr")
                                        || units.get(behind).word("former")
                                        || inRow));
        return honoured
                || titled
                || introduced && (tail.isEmpty() || particle(tail))
                || tail.isEmpty() && beforeHouse(from, behind);
    }

    /** "도현우 네오브릭스 CTO": between a name that is no foreign given name and a title stands a house nobody knows. */
    private boolean beforeHouse(int from, int behind) {
        if (behind >= units.size() || !here.plain(behind) || here.script(behind) != UnicodeScript.HANGUL) {
            return false;
        }
        int end = here.wordEnd(behind);
        return end < units.size()
                && units.get(end).is(Type.ROLE)
                && end - behind > 2
                && !here.givenName(here.text(from, behind));
    }

    private boolean particle(String tail) {
        return tail.isEmpty() || here.words("particles").contains(tail);
    }

    /** The end of a foreign name in Hangul whose second word begins at a unit; the start where it is none. */
    private int transliterated(int from, int second) {
        int end = here.wordEnd(second);
        int stem = here.stem(second, end);
        if (stem - second < 2 || stem - second > LONGEST_WORD || here.common(second, stem)) {
            return from;
        }
        boolean marked = stem < end || end == units.size() || !here.plain(end);
        boolean linked = from > 1
                && here.words("linking").contains(units.get(from - 1).norm())
                && units.get(from - 2).is(Type.ROLE);
        boolean beside = here.post(from - 1) || linked;
        boolean given = here.givenName(here.text(from, second));
        boolean told = beside && given || (given || second - from > 1) && recurring.test(second, stem);
        return marked && told ? stem : from;
    }

    /** Hindi and other scripts with blanks: two words or three, of which the first is a given name or the last comes back. */
    private int words(int from) {
        for (int length = 3; length >= 2; length--) {
            int to = from + length;
            if (to > units.size()) {
                continue;
            }
            boolean all = true;
            for (int i = from; i < to; i++) {
                all &= here.plain(i) && !here.common(i, i + 1) && here.script(i) == here.script(from);
            }
            boolean told = all
                    && beside(from, to)
                    && (here.givenName(here.text(from, from + 1)) || length == 2 && recurring.test(to - 1, to));
            boolean ends = to == units.size() || !here.plain(to) || here.common(to, to + 1);
            if (told && ends) {
                return to;
            }
        }
        return from;
    }

    /** Whether what surrounds a stretch of words stands around people: a title or an employer before, a postposition behind. */
    private boolean beside(int from, int to) {
        boolean before = from > 0 && (here.post(from - 1) || units.get(from - 1).word("former"));
        boolean behind = to < units.size()
                && (here.words("behind-people").contains(units.get(to).norm())
                        || units.get(to).word("mr"));
        boolean knownPart = false;
        for (int i = from; i < to; i++) {
            knownPart |= names.part(List.of(units.get(i).norm()));
        }
        return (before || behind) && !knownPart;
    }
}
