package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Names that a text marks as such: by Latin letters in brackets, a dot between the parts, an honorific or title behind. */
final class MarkedNames {

    private static final int LONGEST_PART = 7;

    /** characters of a Chinese given name */
    private static final int LONGEST_GIVEN = 2;

    private final CaselessSentence here;
    private final List<Unit> units;
    private final LearntNames names;

    MarkedNames(CaselessSentence here, LearntNames names) {
        this.here = here;
        this.units = here.units();
        this.names = names;
    }

    /** "安德烈·卡帕西（Andrej Karpathy）": the Latin letters are the name of what stands before. */
    void bracketed() {
        for (int i = 1; i + 1 < units.size(); i++) {
            Unit unit = units.get(i);
            boolean enclosed = units.get(i - 1).word("(") && closes(units.get(i + 1));
            boolean name = unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit);
            if (!enclosed || !name || here.script(i) != UnicodeScript.LATIN || i < 2) {
                continue;
            }
            String latin = unit.valueAs(String.class);
            int from = nameBefore(i - 1, latin);
            if (from >= 0) {
                names.learn(here, from, i - 1, latin);
            }
        }
    }

    private static boolean closes(Unit unit) {
        return unit.word(")") || unit.word(",") || unit.word(";");
    }

    /** Where the name in front of a bracket begins; -1 where none does. */
    private int nameBefore(int bracket, String latin) {
        int last = bracket - 1;
        if (!here.plain(last)) {
            return -1;
        }
        UnicodeScript script = here.script(last);
        int wanted = latin.split("[ ]").length;
        if (script == UnicodeScript.HAN) {
            return hanBefore(last, wanted);
        }
        int from = last;
        int words = 1;
        while (from > 0 && (here.plain(from - 1) || here.dot(from - 1))) {
            boolean newWord = here.spaced(from);
            if (newWord && (script == UnicodeScript.KATAKANA || words == Math.min(wanted, 4))) {
                break;
            }
            words += newWord ? 1 : 0;
            from--;
        }
        return from;
    }

    private int hanBefore(int last, int wanted) {
        int from = last;
        int dots = 0;
        while (from > 0 && (here.plain(from - 1) || here.dot(from - 1))) {
            from--;
            dots += here.dot(from) ? 1 : 0;
        }
        if (dots > 0) {
            return dottedStart(last);
        }
        for (int length = 3; length >= 2; length--) {
            int start = last - length + 1;
            if (start >= from && here.withSurname(start, last + 1)) {
                return start;
            }
        }
        return last - from + 1 <= LONGEST_PART && wanted > 0 ? from : -1;
    }

    /** The start of a transliterated name that ends at a unit and has a dot inside: letters that spell foreign sounds. */
    private int dottedStart(int last) {
        int at = last;
        while (at > 0) {
            if (!here.dot(at - 1) && (!here.plain(at - 1) || !sounding(at - 1))) {
                break;
            }
            at--;
        }
        while (at < last && here.dot(at)) {
            at++;
        }
        return at;
    }

    /** Whether a character is one that foreign names are spelt with. */
    private boolean sounding(int unit) {
        Set<String> sounds = here.words("name-sounds");
        return sounds.isEmpty() || sounds.contains(units.get(unit).norm());
    }

    /** "诺姆·沙齐尔", "カルパシー・アンドレイ": what has a dot between its parts. */
    void dotted() {
        for (int i = 1; i + 1 < units.size(); i++) {
            if (!here.dot(i) || !here.plain(i - 1) || !here.plain(i + 1)) {
                continue;
            }
            UnicodeScript script = here.script(i + 1);
            if (script == UnicodeScript.HAN && !here.words("name-sounds").isEmpty()) {
                int to = dottedEnd(i);
                names.learnIfNew(here, dottedStart(i - 1), to);
                i = to;
            } else if (script == UnicodeScript.KATAKANA) {
                i = katakana(i);
            }
        }
    }

    /** The end of a transliterated name with a dot at a unit. */
    private int dottedEnd(int dot) {
        int to = dot + 2;
        while (to < units.size() && units.get(to).lemmas().isEmpty()) {
            boolean letter = here.plain(to) && sounding(to) && to - dot <= LONGEST_PART && !here.spaced(to);
            boolean nextPart = here.dot(to) && to + 1 < units.size() && here.plain(to + 1);
            if (!letter && !nextPart) {
                break;
            }
            to++;
        }
        return to;
    }

    /** Learns the name in katakana that has a dot at a unit; the unit to go on at. */
    private int katakana(int dot) {
        int from = dot - 1;
        while (from > 1 && here.dot(from - 1) && katakanaAt(from - 2)) {
            from -= 2;
        }
        int to = dot + 2;
        while (to + 1 < units.size() && here.dot(to) && katakanaAt(to + 1)) {
            to += 2;
        }
        Set<String> others = here.words("no-name-parts");
        if (others.contains(units.get(from).norm())
                || others.contains(units.get(to - 1).norm())) {
            return dot;
        }
        names.learnIfNew(here, from, to);
        return to;
    }

    private boolean katakanaAt(int unit) {
        return here.plain(unit) && here.script(unit) == UnicodeScript.KATAKANA;
    }

    /** A name in front of an honorific or a title: "岡野原氏", "田中研究員". */
    void beforeTitle() {
        for (int i = 1; i < units.size(); i++) {
            boolean honorific = units.get(i).word("mr");
            boolean title = units.get(i).is(Type.ROLE) && !wordsHaveBlanks(i - 1);
            if (!honorific && !title || !here.plain(i - 1)) {
                continue;
            }
            int from = startOfStretch(i - 1);
            boolean han = here.script(from) == UnicodeScript.HAN;
            boolean enough = !han || i - from > 1 && !overlong(from, i);
            if (enough && (honorific || han && here.withSurname(from, i))) {
                names.learnIfNew(here, from, i);
            }
        }
    }

    /** Chinese names have a surname and one or two characters more: what is longer has other words in it. */
    private boolean overlong(int from, int to) {
        boolean chinese = !here.words("name-sounds").isEmpty();
        return chinese && to - from > here.surname(here.tokens(from, to)) + LONGEST_GIVEN;
    }

    /** Where the unexplained characters of one script begin that end at a unit. */
    private int startOfStretch(int last) {
        UnicodeScript script = here.script(last);
        int longest = script == UnicodeScript.HAN ? LearntNames.LONGEST_NATIVE : LONGEST_PART;
        int from = last;
        while (from > 0
                && here.plain(from - 1)
                && here.script(from - 1) == script
                && !here.spaced(from)
                && last + 1 - from < longest) {
            from--;
        }
        return from;
    }

    private boolean wordsHaveBlanks(int unit) {
        UnicodeScript script = here.script(unit);
        return script == UnicodeScript.DEVANAGARI || script == UnicodeScript.HANGUL;
    }
}
