package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Pattern.Cursor;
import dev.labwire.extraction.frame.Pattern.Next;
import dev.labwire.extraction.frame.Pattern.Step;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads one pattern line into steps. */
final class PatternParser {

    private final String source;
    private static final Set<String> KEYWORDS = Set.of("NP", "AUX", "SUBJ");

    private final List<String> symbols;
    private final Idiom idiom;
    private int position;
    private Needs needs = Needs.NOTHING;

    PatternParser(String source, Idiom idiom) {
        this.source = source;
        this.idiom = idiom;
        this.symbols = List.of(source.strip().split("\\s+"));
    }

    Step steps() {
        Step step = sequence();
        if (position < symbols.size()) {
            throw unreadable("unexpected " + symbols.get(position));
        }
        return step;
    }

    /** What every match needs, once the steps are read. */
    Needs needs() {
        return needs;
    }

    /** Whether a match can start with a unit, as far as the first element alone tells. */
    Predicate<Unit> opening() {
        String symbol = symbols.get(0);
        if (symbol.startsWith("<") && symbol.endsWith(">")) {
            return Slots.accepts(symbol.substring(1, symbol.length() - 1));
        }
        boolean exact = symbol.startsWith("=");
        boolean word = exact || Character.isLetter(symbol.charAt(0)) && !KEYWORDS.contains(symbol);
        if (!word) {
            return unit -> true;
        }
        List<List<String>> words = words(exact ? symbol.substring(1) : symbol);
        Set<String> first =
                words.stream().map(alternative -> alternative.get(0)).collect(Collectors.toSet());
        return unit -> PatternSteps.same(unit, first, exact);
    }

    private Step sequence() {
        List<Step> steps = new ArrayList<>();
        while (position < symbols.size() && !Set.of(")", "]", "/").contains(symbols.get(position))) {
            steps.add(element());
        }
        return chain(steps);
    }

    private Step element() {
        String symbol = symbols.get(position++);
        return switch (symbol) {
            case "(" -> group(")");
            case "[" -> optional();
            case "NP" -> PatternSteps.nounGap();
            case "AUX" -> PatternSteps.skipping(4, (sentence, unit) -> Skips.auxiliary(sentence.unit(unit)));
            case "SUBJ" -> PatternSteps.subjectGap();
            case "^" -> (cursor, unit, next) -> Skips.opening(cursor.sentence, unit) && next.match(unit);
            case "$" -> (cursor, unit, next) -> Skips.closing(cursor.sentence, unit) && next.match(unit);
            default -> plain(symbol);
        };
    }

    private Step plain(String symbol) {
        if (symbol.startsWith("..")) {
            int most = Integer.parseInt(symbol.substring(2));
            return PatternSteps.skipping(most, (sentence, unit) -> !Skips.barrier(sentence.unit(unit)));
        }
        if (symbol.startsWith("!") && symbol.length() > 1) {
            Set<String> unwanted = Pattern.words(symbol.substring(1));
            return (cursor, unit, next) ->
                    !(unit < cursor.size() && PatternSteps.same(cursor.unit(unit), unwanted, false))
                            && next.match(unit);
        }
        if (symbol.startsWith("~")) {
            int most = Integer.parseInt(symbol.substring(1));
            return PatternSteps.skipping(most, (sentence, unit) -> Skips.plain(sentence.unit(unit)));
        }
        if (symbol.startsWith("<") && symbol.endsWith(">")) {
            String slot = symbol.substring(1, symbol.length() - 1);
            needs = needs.and(Needs.slot(Slots.kind(slot)));
            return PatternSteps.slot(slot);
        }
        boolean exact = symbol.startsWith("=");
        List<List<String>> words = words(exact ? symbol.substring(1) : symbol);
        needs = needs.and(Needs.oneOf(words.stream().map(word -> word.get(0)).collect(Collectors.toSet())));
        Set<String> single = words.stream()
                .filter(word -> word.size() == 1)
                .map(word -> word.get(0))
                .collect(Collectors.toSet());
        if (single.size() == words.size()) {
            return PatternSteps.word(single, exact);
        }
        List<Step> alternatives = new ArrayList<>();
        alternatives.add(PatternSteps.word(single, exact));
        words.stream()
                .filter(word -> word.size() > 1)
                .forEach(word -> alternatives.add(chain(word.stream()
                        .map(part -> PatternSteps.word(Set.of(part), exact))
                        .toList())));
        return either(alternatives);
    }

    /** Each of some alternatives as the idiom cuts it; a verb's name stays as it is. */
    private List<List<String>> words(String alternatives) {
        List<List<String>> words = new ArrayList<>();
        for (String word : alternatives.split("\\|")) {
            boolean own = idiom.english() || word.chars().allMatch(c -> c < 128);
            List<String> parts = own
                    ? List.of(idiom.english() ? word : word.toLowerCase(Locale.ROOT))
                    : idiom.tokens(word).stream().map(Token::norm).toList();
            words.add(parts);
        }
        return words;
    }

    private Step group(String closing) {
        Needs before = needs;
        Needs ofAny = null;
        List<Step> alternatives = new ArrayList<>();
        do {
            needs = Needs.NOTHING;
            alternatives.add(sequence());
            ofAny = ofAny == null ? needs : ofAny.or(needs);
        } while (position < symbols.size() && symbols.get(position).equals("/") && position++ >= 0);
        if (position >= symbols.size() || !symbols.get(position++).equals(closing)) {
            throw unreadable("missing " + closing);
        }
        needs = before.and(ofAny);
        return either(alternatives);
    }

    private Step optional() {
        Needs without = needs;
        Step step = group("]");
        needs = without;
        return (cursor, unit, next) -> step.match(cursor, unit, next) || next.match(unit);
    }

    private static Step either(List<Step> alternatives) {
        return (cursor, unit, next) -> {
            for (Step alternative : alternatives) {
                if (alternative.match(cursor, unit, next)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Step chain(List<Step> steps) {
        if (steps.isEmpty()) {
            return (cursor, unit, next) -> next.match(unit);
        }
        Step rest = steps.size() == 1 ? null : chain(steps.subList(1, steps.size()));
        Step head = steps.get(0);
        return rest == null ? head : (cursor, unit, next) -> head.match(cursor, unit, after(cursor, rest, next));
    }

    private static Next after(Cursor cursor, Step rest, Next next) {
        return unit -> rest.match(cursor, unit, next);
    }

    private IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("pattern \"" + source + "\": " + why);
    }
}
