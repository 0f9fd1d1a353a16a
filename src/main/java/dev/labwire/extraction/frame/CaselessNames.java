package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of a document whose script has no capitals. A stretch of words nobody knows is a name when the text says so:
 * by Latin letters in brackets, a dot between the parts, an honorific or a title beside it, or a part of it that comes back
 * alone. What is found anywhere in a document counts everywhere in it.
 */
final class CaselessNames {

    private static final int MOST_UNITS = 16;

    private final List<CaselessSentence> sentences;
    private final LearntNames names = new LearntNames();
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** The names of a document. */
    CaselessNames(List<CaselessSentence> sentences) {
        this.sentences = sentences;
        this.sentences.forEach(this::known);
        this.sentences.forEach(sentence -> new MarkedNames(sentence, names).bracketed());
        for (CaselessSentence sentence : this.sentences) {
            MarkedNames marked = new MarkedNames(sentence, names);
            marked.dotted();
            marked.beforeTitle();
            new PlacedNames(sentence, names, (from, to) -> comesBack(sentence, from, to)).find();
        }
        names.shorterFormsMeanLonger();
    }

    private void known(CaselessSentence sentence) {
        List<Unit> units = sentence.units();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).is(Type.PERSON) && sentence.script(i) != UnicodeScript.LATIN) {
                names.learn(sentence, i, i + 1, units.get(i).valueAs(String.class));
            }
        }
    }

    /** Whether the last part of a name stands somewhere else without the part before it. */
    private boolean comesBack(CaselessSentence sentence, int from, int to) {
        List<String> wanted =
                sentence.units().subList(from, to).stream().map(Unit::norm).toList();
        String before = from > 0 ? sentence.units().get(from - 1).norm() : "";
        return seen.computeIfAbsent(wanted, norms -> timesWithout(before, norms)) > 0;
    }

    private int timesWithout(String before, List<String> norms) {
        int count = 0;
        for (CaselessSentence sentence : sentences) {
            List<Unit> units = sentence.units();
            for (int i = 0; i + norms.size() <= units.size(); i++) {
                boolean same = true;
                for (int k = 0; k < norms.size() && same; k++) {
                    same = units.get(i + k).norm().equals(norms.get(k));
                }
                count += same && !(i > 0 && units.get(i - 1).norm().equals(before)) ? 1 : 0;
            }
        }
        return count;
    }

    /** The units of each sentence with the people they name. */
    List<List<Unit>> resolved() {
        return sentences.stream().map(this::resolved).toList();
    }

    private List<Unit> resolved(CaselessSentence sentence) {
        List<Unit> units = sentence.units();
        List<Unit> resolved = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); ) {
            int end = end(sentence, i);
            String name = end > i ? names.meant(norms(units.subList(i, end))) : null;
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

    private static List<String> norms(List<Unit> units) {
        return units.stream().map(Unit::norm).toList();
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
    private int end(CaselessSentence sentence, int from) {
        List<Unit> units = sentence.units();
        if (!names.begins(units.get(from).norm()) || !sentence.plain(from) || midWord(sentence, from)) {
            return from;
        }
        int best = from;
        List<String> norms = new ArrayList<>();
        int most = Math.min(units.size(), from + MOST_UNITS);
        for (int i = from; i < most && (sentence.plain(i) || sentence.dot(i)); i++) {
            norms.add(units.get(i).norm());
            if (names.full(norms) || names.partOfOne(norms) && alone(sentence, from, i + 1)) {
                best = i + 1;
            }
        }
        return best;
    }

    /** Hangul inside a word starts no name. */
    private static boolean midWord(CaselessSentence sentence, int unit) {
        return unit > 0
                && sentence.script(unit) == UnicodeScript.HANGUL
                && !sentence.spaced(unit)
                && sentence.script(unit - 1) == UnicodeScript.HANGUL;
    }

    /** Whether a part of a name stands for it: a character alone only with an honorific or a title behind. */
    private static boolean alone(CaselessSentence sentence, int from, int to) {
        List<Unit> units = sentence.units();
        boolean more = to < units.size();
        if (to - from == 1 && units.get(from).norm().length() == 1) {
            return more && (units.get(to).word("mr") || units.get(to).is(Type.ROLE));
        }
        boolean inWord =
                sentence.script(from) == UnicodeScript.HANGUL && more && !sentence.spaced(to) && sentence.syllable(to);
        return !inWord || sentence.words("particles").contains(sentence.text(to, sentence.wordEnd(from)));
    }
}
