package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Lexicon;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of a document whose script has no capitals. A stretch of words nobody knows is a name when the text says so:
 * by Latin letters in brackets, a dot between the parts, an honorific or a title beside it, or a part of it that comes back
 * alone. What is found anywhere in a document counts everywhere in it.
 */
final class CaselessNames {

    private static final Set<String> DOTS = Set.of("·", "・", "•", "‧", "=", "＝", "．");
    /** verbs that have people for subjects */
    private static final Set<String> MOVING = Set.of("become", "join", "return", "resign", "leave");

    private static final int LONGEST_PART = 7;
    private static final int LONGEST_NATIVE = 5;

    /** One name as tokens write it. */
    private record Spelling(List<String> norms, String name) {}

    private final Lexicon lexicon;
    private final List<Sentence> sentences;
    private final List<List<Unit>> drafts;
    /** names in full, then what may stand for them alone */
    private final Map<List<String>, String> names = new HashMap<>();

    private final Map<List<String>, Set<String>> parts = new HashMap<>();
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** The names of a document, given the units of a first pass. */
    CaselessNames(List<Sentence> sentences, List<List<Unit>> drafts, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.sentences = sentences;
        this.drafts = drafts;
        for (int i = 0; i < drafts.size(); i++) {
            known(drafts.get(i), i);
        }
        for (int i = 0; i < drafts.size(); i++) {
            bracketed(i);
        }
        for (int i = 0; i < drafts.size(); i++) {
            dotted(i);
            beside(i);
            placed(i);
        }
        shorterFormsOf();
    }

    /** What was found as a name of its own is the surname of another where that begins with it: "岡野原" of "岡野原大輔". */
    private void shorterFormsOf() {
        Map<List<String>, String> fuller = new HashMap<>();
        names.keySet().forEach(name -> names.keySet().stream()
                .filter(other -> other.size() > name.size()
                        && other.size() <= LONGEST_NATIVE
                        && other.subList(0, name.size()).equals(name))
                .reduce((one, another) -> one)
                .ifPresent(other -> fuller.put(name, names.get(other))));
        names.keySet().stream()
                .filter(name -> parts.getOrDefault(name, Set.of()).size() == 1)
                .forEach(name -> fuller.put(name, parts.get(name).iterator().next()));
        names.putAll(fuller);
    }

    private void known(List<Unit> units, int sentence) {
        for (Unit unit : units) {
            if (unit.is(Type.PERSON) && !latin(first(sentence, unit))) {
                learn(tokens(sentence, unit.from(), unit.to()), unit.valueAs(String.class));
            }
        }
    }

    private Token first(int sentence, Unit unit) {
        return sentences.get(sentence).tokens().get(unit.from());
    }

    private static boolean latin(Token token) {
        return UnicodeScript.of(token.text().codePointAt(0)) == UnicodeScript.LATIN;
    }

    private List<Token> tokens(int sentence, int from, int to) {
        return sentences.get(sentence).tokens().subList(from, to);
    }

    /** Notes a name and the parts that may stand for it: the last, then the first; of a name in one piece its surname. */
    private void learn(List<Token> tokens, String name) {
        List<String> norms = norms(tokens);
        names.putIfAbsent(norms, name);
        List<List<Token>> pieces = pieces(tokens);
        if (pieces.size() > 1) {
            part(norms(pieces.get(pieces.size() - 1)), name);
            part(norms(pieces.get(0)), name);
        } else if (tokens.size() > 1 && tokens.size() <= LONGEST_NATIVE) {
            int surname = surname(tokens, 0);
            if (surname > 0) {
                part(norms.subList(0, surname), name);
            }
        }
    }

    private void part(List<String> norms, String name) {
        parts.computeIfAbsent(norms, key -> new HashSet<>(2)).add(name);
    }

    private static List<String> norms(List<Token> tokens) {
        return tokens.stream().map(Token::norm).toList();
    }

    /** A name parted at its dots, or at blanks where words are parted by blanks. */
    private static List<List<Token>> pieces(List<Token> tokens) {
        List<List<Token>> pieces = new ArrayList<>();
        List<Token> piece = new ArrayList<>();
        for (Token token : tokens) {
            boolean dot = DOTS.contains(token.text());
            if ((dot || token.spaced()) && !piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
            if (!dot) {
                piece.add(token);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** "安德烈·卡帕西（Andrej Karpathy）": the Latin letters are the name of what stands before. */
    private void bracketed(int sentence) {
        List<Unit> units = drafts.get(sentence);
        for (int i = 1; i + 1 < units.size(); i++) {
            Unit unit = units.get(i);
            boolean enclosed = units.get(i - 1).word("(") && closes(units.get(i + 1));
            boolean name = unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit);
            if (!enclosed || !name || !latin(first(sentence, unit)) || i < 2) {
                continue;
            }
            String latin = unit.valueAs(String.class);
            int from = nameBefore(sentence, i - 1, latin);
            if (from >= 0) {
                learn(tokens(sentence, units.get(from).from(), units.get(i - 1).from()), latin);
            }
        }
    }

    private static boolean closes(Unit unit) {
        return unit.word(")") || unit.word(",") || unit.word(";");
    }

    /** Where the name in front of a bracket begins; -1 where none does. */
    private int nameBefore(int sentence, int bracket, String latin) {
        List<Unit> units = drafts.get(sentence);
        int last = bracket - 1;
        if (!plain(sentence, last)) {
            return -1;
        }
        UnicodeScript script = script(sentence, last);
        int wanted = latin.split("[ ]").length;
        if (script == UnicodeScript.HAN) {
            return hanBefore(sentence, last, wanted);
        }
        int from = last;
        int words = 1;
        while (from > 0 && (plain(sentence, from - 1) || dot(units.get(from - 1)))) {
            boolean newWord = spaced(sentence, from);
            if (newWord && (script == UnicodeScript.KATAKANA || words == Math.min(wanted, 4))) {
                break;
            }
            words += newWord ? 1 : 0;
            from--;
        }
        return from;
    }

    private int hanBefore(int sentence, int last, int wanted) {
        List<Unit> units = drafts.get(sentence);
        int from = last;
        int dots = 0;
        while (from > 0 && (plain(sentence, from - 1) || dot(units.get(from - 1)))) {
            from--;
            dots += dot(units.get(from)) ? 1 : 0;
        }
        if (dots > 0) {
            return dottedStart(sentence, last);
        }
        for (int length = 3; length >= 2; length--) {
            int start = last - length + 1;
            if (start >= from
                    && surname(
                                    tokens(
                                            sentence,
                                            units.get(start).from(),
                                            units.get(last).to()),
                                    0)
                            > 0) {
                return start;
            }
        }
        return last - from + 1 <= LONGEST_PART && wanted > 0 ? from : -1;
    }

    /** The start of a transliterated name that ends at a unit and has a dot inside: letters that spell foreign sounds. */
    private int dottedStart(int sentence, int last) {
        List<Unit> units = drafts.get(sentence);
        int at = last;
        boolean behindDot = true;
        while (at > 0) {
            Unit before = units.get(at - 1);
            if (dot(before)) {
                behindDot = true;
            } else if (!plain(sentence, at - 1) || !behindDot && false || !sounding(before)) {
                break;
            }
            at--;
        }
        while (at < last && dot(units.get(at))) {
            at++;
        }
        return at;
    }

    /** Whether a character is one that foreign names are spelt with. */
    private boolean sounding(Unit unit) {
        Set<String> sounds = lexicon.words().setIfAny("name-sounds");
        return sounds.isEmpty() || sounds.contains(unit.norm());
    }

    private boolean dot(Unit unit) {
        return DOTS.contains(unit.norm()) || unit.norm().length() == 1 && DOTS.contains(unit.norm());
    }

    /** "诺姆·沙齐尔", "カルパシー・アンドレイ": what has a dot between its parts. */
    private void dotted(int sentence) {
        List<Unit> units = drafts.get(sentence);
        for (int i = 1; i + 1 < units.size(); i++) {
            if (!dot(units.get(i)) || !plain(sentence, i - 1) || !plain(sentence, i + 1)) {
                continue;
            }
            UnicodeScript script = script(sentence, i + 1);
            int from;
            int to = i + 2;
            if (script == UnicodeScript.HAN) {
                from = dottedStart(sentence, i - 1);
                while (to < units.size()
                        && (plain(sentence, to)
                                        && sounding(units.get(to))
                                        && to - i <= LONGEST_PART
                                        && !spaced(sentence, to)
                                || dot(units.get(to)) && to + 1 < units.size() && plain(sentence, to + 1))
                        && !verbStarts(units.get(to))) {
                    to++;
                }
            } else if (script == UnicodeScript.KATAKANA) {
                from = i - 1;
                while (from > 1 && dot(units.get(from - 1)) && katakana(sentence, from - 2)) {
                    from -= 2;
                }
                while (to + 1 < units.size() && dot(units.get(to)) && katakana(sentence, to + 1)) {
                    to += 2;
                }
                boolean short2 = to < units.size() && script(sentence, to) == UnicodeScript.HAN && false;
                to += short2 ? 1 : 0;
                if (lexicon.words()
                                .setIfAny("no-name-parts")
                                .contains(units.get(from).norm())
                        || lexicon.words()
                                .setIfAny("no-name-parts")
                                .contains(units.get(to - 1).norm())) {
                    continue;
                }
            } else {
                continue;
            }
            learnIfNew(sentence, from, to);
            i = to;
        }
    }

    private boolean katakana(int sentence, int unit) {
        return plain(sentence, unit) && script(sentence, unit) == UnicodeScript.KATAKANA;
    }

    private static boolean verbStarts(Unit unit) {
        return !unit.lemmas().isEmpty();
    }

    /** A name in front of an honorific or beside a title: "岡野原氏", "研究員の田中", "배경훈 LG AI연구원장". */
    private void beside(int sentence) {
        List<Unit> units = drafts.get(sentence);
        for (int i = 1; i < units.size(); i++) {
            boolean honorific = units.get(i).word("mr");
            boolean title = units.get(i).is(Type.ROLE) && !spacedScript(sentence, i - 1);
            if ((honorific || title) && plain(sentence, i - 1)) {
                int from = i - 1;
                UnicodeScript script = script(sentence, from);
                while (from > 0
                        && plain(sentence, from - 1)
                        && script(sentence, from - 1) == script
                        && !spaced(sentence, from)
                        && i - from < (script == UnicodeScript.HAN ? LONGEST_NATIVE : LONGEST_PART)) {
                    from--;
                }
                boolean name = honorific
                        ? i - from >= 1
                        : script == UnicodeScript.HAN
                                && i - from >= 2
                                && surname(
                                                tokens(
                                                        sentence,
                                                        units.get(from).from(),
                                                        units.get(i - 1).to()),
                                                0)
                                        > 0;
                if (name && (script != UnicodeScript.HAN || i - from > 1)) {
                    learnIfNew(sentence, from, i);
                }
            }
        }
    }

    private boolean spacedScript(int sentence, int unit) {
        UnicodeScript script = script(sentence, unit);
        return script == UnicodeScript.DEVANAGARI || script == UnicodeScript.HANGUL;
    }

    /** Names that nothing but their place and shape tells: surname and given name between words that are known. */
    private void placed(int sentence) {
        List<Unit> units = drafts.get(sentence);
        for (int i = 0; i < units.size(); i++) {
            if (!plain(sentence, i)) {
                continue;
            }
            int to =
                    switch (script(sentence, i)) {
                        case HAN -> nativeHan(sentence, i);
                        case HANGUL -> hangul(sentence, i);
                        case DEVANAGARI, ARABIC -> words(sentence, i);
                        default -> i;
                    };
            if (to > i) {
                learnIfNew(sentence, i, to);
                i = to - 1;
            }
        }
    }

    /** A Chinese name: a surname and one or two characters, with an end to the name on both sides. */
    private int nativeHan(int sentence, int from) {
        List<Unit> units = drafts.get(sentence);
        if (lexicon.words().setIfAny("surnames").isEmpty() || !opensName(sentence, from)) {
            return from;
        }
        for (int length = 3; length >= 2; length--) {
            int to = from + length;
            if (to > units.size()) {
                continue;
            }
            boolean all = true;
            for (int i = from; i < to; i++) {
                all &= plain(sentence, i)
                        && script(sentence, i) == UnicodeScript.HAN
                        && (i == from || !spaced(sentence, i));
            }
            int surname = all
                    ? surname(
                            tokens(
                                    sentence,
                                    units.get(from).from(),
                                    units.get(to - 1).to()),
                            0)
                    : 0;
            boolean ends = to == units.size() || closesName(sentence, to);
            boolean given = surname > 0
                    && !common(sentence, from, to)
                    && surname < length
                    && (length < 3 || !closer(units.get(to - 1)));
            if (given && ends && (length == 3 || evident(sentence, from, to))) {
                return to;
            }
        }
        return from;
    }

    /** Two characters are a name only beside a title or an employer. */
    private boolean evident(int sentence, int from, int to) {
        List<Unit> units = drafts.get(sentence);
        boolean before = from > 0
                && (units.get(from - 1).is(Type.ROLE) || units.get(from - 1).is(Type.ORGANIZATION));
        boolean behind = to < units.size()
                && (units.get(to).is(Type.ROLE) || MOVING.stream().anyMatch(units.get(to)::lemma));
        return before || behind;
    }

    private boolean opensName(int sentence, int at) {
        if (at == 0) {
            return true;
        }
        Unit before = drafts.get(sentence).get(at - 1);
        return !plain(sentence, at - 1)
                || lexicon.words().setIfAny("before-name").contains(before.norm());
    }

    private boolean closesName(int sentence, int at) {
        return !plain(sentence, at) || closer(drafts.get(sentence).get(at));
    }

    private boolean closer(Unit unit) {
        return lexicon.words().setIfAny("after-name").contains(unit.norm());
    }

    /** Korean: three syllables with a surname before a title or particle; or two words of which one is a known first name. */
    private int hangul(int sentence, int from) {
        List<Unit> units = drafts.get(sentence);
        if (!spaced(sentence, from) && from > 0) {
            return from;
        }
        int end = wordEnd(sentence, from);
        int stem = stem(sentence, from, end);
        int length = stem - from;
        boolean titled = stem == end
                && end < units.size()
                && (units.get(end).is(Type.ROLE)
                        || units.get(end).is(Type.ORGANIZATION)
                        || units.get(end).word("mr"));
        boolean afterTitle = from > 0 && units.get(from - 1).is(Type.ROLE);
        if (length == 3
                && surname(
                                tokens(
                                        sentence,
                                        units.get(from).from(),
                                        units.get(stem - 1).to()),
                                0)
                        > 0
                && !common(sentence, from, stem)
                && (titled || stem < end && afterTitle)) {
            return stem;
        }
        if (stem != end || length < 1 || length > 6 || common(sentence, from, end)) {
            return from;
        }
        int next = end;
        if (next >= units.size() || !plain(sentence, next) || script(sentence, next) != UnicodeScript.HANGUL) {
            return from;
        }
        int nextEnd = wordEnd(sentence, next);
        int nextStem = stem(sentence, next, nextEnd);
        if (nextStem - next < 2 || nextStem - next > 6 || common(sentence, next, nextStem)) {
            return from;
        }
        String given = text(sentence, from, end);
        boolean marked = nextStem < nextEnd || nextEnd == units.size() || !plain(sentence, nextEnd);
        boolean beside = from > 0
                && (units.get(from - 1).is(Type.ROLE)
                        || units.get(from - 1).is(Type.ORGANIZATION)
                        || from > 1
                                && units.get(from - 1).word("인")
                                && units.get(from - 2).is(Type.ROLE));
        return marked && (beside && givenName(given) || comesBack(sentence, next, nextStem)) ? nextStem : from;
    }

    private int wordEnd(int sentence, int from) {
        int end = from + 1;
        while (end < drafts.get(sentence).size() && plainOrParticle(sentence, end) && !spaced(sentence, end)) {
            end++;
        }
        return end;
    }

    private boolean plainOrParticle(int sentence, int unit) {
        return drafts.get(sentence).get(unit).is(Type.WORD) && script(sentence, unit) == UnicodeScript.HANGUL;
    }

    /** The end of a Korean word without the particle that hangs on it. */
    private int stem(int sentence, int from, int end) {
        List<Unit> units = drafts.get(sentence);
        for (int stem = Math.max(from + 1, end - 2); stem < end; stem++) {
            if (lexicon.words().setIfAny("particles").contains(text(sentence, stem, end))) {
                return stem;
            }
        }
        return units.isEmpty() ? from : end;
    }

    private boolean common(int sentence, int from, int to) {
        String norms =
                drafts.get(sentence).subList(from, to).stream().map(Unit::norm).collect(Collectors.joining());
        return lexicon.words().setIfAny("common").contains(norms);
    }

    /** Hindi and other scripts with blanks: two words or three, of which the first is a given name or the last comes back. */
    private int words(int sentence, int from) {
        List<Unit> units = drafts.get(sentence);
        for (int length = 3; length >= 2; length--) {
            int to = from + length;
            if (to > units.size()) {
                continue;
            }
            boolean all = true;
            for (int i = from; i < to; i++) {
                all &= plain(sentence, i)
                        && !common(sentence, i, i + 1)
                        && script(sentence, i) == script(sentence, from);
            }
            boolean told = all
                    && beside(sentence, from, to)
                    && (givenName(text(sentence, from, from + 1)) || length == 2 && comesBack(sentence, to - 1, to));
            boolean ends = to == units.size() || !plain(sentence, to) || common(sentence, to, to + 1);
            if (told && ends) {
                return to;
            }
        }
        return from;
    }

    /** Whether what surrounds a stretch of words stands around people: a title or an employer before, a postposition behind. */
    private boolean beside(int sentence, int from, int to) {
        List<Unit> units = drafts.get(sentence);
        boolean before = from > 0
                && (units.get(from - 1).is(Type.ROLE)
                        || units.get(from - 1).is(Type.ORGANIZATION)
                        || units.get(from - 1).word("former"));
        boolean behind = to < units.size()
                && (lexicon.words()
                                .setIfAny("behind-people")
                                .contains(units.get(to).norm())
                        || units.get(to).word("mr"));
        boolean knownPart = false;
        for (int i = from; i < to; i++) {
            knownPart |= parts.containsKey(List.of(units.get(i).norm()));
        }
        return (before || behind) && !knownPart;
    }

    private boolean givenName(String name) {
        return GivenNames.known(name, lexicon);
    }

    /** Whether the last part of a name stands somewhere else without the part before it. */
    private boolean comesBack(int sentence, int from, int to) {
        List<String> wanted =
                drafts.get(sentence).subList(from, to).stream().map(Unit::norm).toList();
        String before = from > 0 ? drafts.get(sentence).get(from - 1).norm() : "";
        return seen.computeIfAbsent(wanted, norms -> {
                    int count = 0;
                    for (List<Unit> units : drafts) {
                        for (int i = 0; i + norms.size() <= units.size(); i++) {
                            boolean same = true;
                            for (int k = 0; k < norms.size() && same; k++) {
                                same = units.get(i + k).norm().equals(norms.get(k));
                            }
                            count += same && !(i > 0 && units.get(i - 1).norm().equals(before)) ? 1 : 0;
                        }
                    }
                    return count;
                })
                > 0;
    }

    private void learnIfNew(int sentence, int from, int to) {
        List<Unit> units = drafts.get(sentence);
        List<Token> tokens =
                tokens(sentence, units.get(from).from(), units.get(to - 1).to());
        List<String> norms = norms(tokens);
        if (names.containsKey(norms) || parts.containsKey(norms)) {
            return;
        }
        learn(tokens, written(tokens));
    }

    /** The name as the text has it, without blanks where the script has none. */
    private static String written(List<Token> tokens) {
        StringBuilder written = new StringBuilder();
        for (Token token : tokens) {
            written.append(written.length() > 0 && token.spaced() ? " " : "").append(token.text());
        }
        return written.toString();
    }

    private String text(int sentence, int from, int to) {
        List<Unit> units = drafts.get(sentence);
        return written(
                tokens(sentence, units.get(from).from(), units.get(to - 1).to()));
    }

    private boolean spaced(int sentence, int unit) {
        return sentences
                .get(sentence)
                .tokens()
                .get(drafts.get(sentence).get(unit).from())
                .spaced();
    }

    private UnicodeScript script(int sentence, int unit) {
        return UnicodeScript.of(
                first(sentence, drafts.get(sentence).get(unit)).text().codePointAt(0));
    }

    /** A word of a caseless script that nothing else explains. */
    private boolean plain(int sentence, int unit) {
        Unit here = drafts.get(sentence).get(unit);
        Token token = first(sentence, here);
        return here.is(Type.WORD)
                && here.lemmas().isEmpty()
                && token.caseless()
                && here.to() == here.from() + 1
                && !foreign(here, token)
                && !here.may(Unit.Duty.PREPOSITION)
                && UnicodeScript.of(token.text().codePointAt(0)) != UnicodeScript.HIRAGANA;
    }

    /** Whether a token has the norm of an English word. */
    private static boolean foreign(Unit unit, Token token) {
        return token.glossed() && unit.norm().chars().anyMatch(c -> c < 128);
    }

    /** How many tokens from one on are a surname; 0 where none is. */
    private int surname(List<Token> tokens, int at) {
        Set<String> surnames = lexicon.words().setIfAny("surnames");
        if (tokens.size() > at + 2
                && surnames.contains(tokens.get(at).norm() + tokens.get(at + 1).norm())) {
            return 2;
        }
        return surnames.contains(tokens.get(at).norm()) ? 1 : 0;
    }

    /** The units of a sentence with the people they name. */
    List<Unit> resolve(int sentence) {
        List<Unit> units = drafts.get(sentence);
        List<Unit> resolved = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); ) {
            int end = end(sentence, i);
            String name = end > i ? named(sentence, i, end) : null;
            if (name == null) {
                resolved.add(units.get(i));
                i++;
            } else {
                resolved.add(new Unit(
                        Type.PERSON,
                        units.get(i).from(),
                        units.get(end - 1).to(),
                        units.subList(i, end).stream().map(Unit::norm).collect(Collectors.joining()),
                        Set.of(),
                        name));
                i = end;
            }
            foldBracket(resolved);
        }
        return resolved;
    }

    /** "卡帕西（Andrej Karpathy）": the name once more in brackets is no second person. */
    private static void foldBracket(List<Unit> units) {
        int size = units.size();
        if (size < 4 || !units.get(size - 1).word(")") || !units.get(size - 3).word("(")) {
            return;
        }
        Unit person = units.get(size - 4);
        Unit again = units.get(size - 2);
        boolean same = person.is(Type.PERSON)
                && (again.is(Type.PERSON) || again.is(Type.NAME))
                && person.valueAs(String.class).equals(again.value());
        if (same) {
            Unit folded = new Unit(
                    Type.PERSON, person.from(), units.get(size - 1).to(), person.norm(), Set.of(), person.value());
            units.subList(size - 4, size).clear();
            units.add(folded);
        }
    }

    /** Index behind the longest name that starts at a unit. */
    private int end(int sentence, int from) {
        if (!plain(sentence, from) || midWord(sentence, from)) {
            return from;
        }
        List<Unit> units = drafts.get(sentence);
        int best = from;
        List<String> norms = new ArrayList<>();
        for (int i = from; i < units.size() && i - from < 16 && (plain(sentence, i) || dot(units.get(i))); i++) {
            norms.add(units.get(i).norm());
            if (names.containsKey(norms)
                    || parts.getOrDefault(norms, Set.of()).size() == 1 && alone(sentence, from, i + 1)) {
                best = i + 1;
            }
        }
        return best;
    }

    /** Hangul inside a word starts no name. */
    private boolean midWord(int sentence, int unit) {
        return unit > 0
                && script(sentence, unit) == UnicodeScript.HANGUL
                && !spaced(sentence, unit)
                && script(sentence, unit - 1) == UnicodeScript.HANGUL;
    }

    /** Whether a part of a name stands for it: a character alone only with an honorific or a title behind. */
    private boolean alone(int sentence, int from, int to) {
        List<Unit> units = drafts.get(sentence);
        boolean hangul = script(sentence, from) == UnicodeScript.HANGUL;
        if (to - from == 1 && units.get(from).norm().length() == 1) {
            return to < units.size()
                    && (units.get(to).word("mr") || units.get(to).is(Type.ROLE));
        }
        if (hangul && to < units.size() && !spaced(sentence, to) && plainOrParticle(sentence, to)) {
            int end = wordEnd(sentence, from);
            return lexicon.words().setIfAny("particles").contains(text(sentence, to, end));
        }
        return true;
    }

    private @Nullable String named(int sentence, int from, int to) {
        List<String> norms =
                drafts.get(sentence).subList(from, to).stream().map(Unit::norm).toList();
        return Optional.ofNullable(names.get(norms))
                .or(() -> parts.getOrDefault(norms, Set.of()).stream().findFirst())
                .orElse(null);
    }
}
