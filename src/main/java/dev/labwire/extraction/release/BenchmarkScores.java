package dev.labwire.extraction.release;

import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.BenchmarkName;
import dev.labwire.extraction.lexicon.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scores a sentence gives on benchmarks. */
final class BenchmarkScores {

    /** words between a benchmark and its score */
    private static final int FURTHEST = 12;

    private final FactSheets sheets;
    private final Words words;

    BenchmarkScores(FactSheets sheets, Words words) {
        this.sheets = sheets;
        this.words = words;
    }

    /** Notes the scores of a sentence. */
    void read(AnnotatedSentence sentence) {
        Set<Integer> used = new HashSet<>();
        List<Token> tokens = sentence.sentence().tokens();
        for (int u = 0; u < sentence.size(); u++) {
            Unit unit = sentence.unit(u);
            if (!unit.is(Type.BENCHMARK)) {
                continue;
            }
            BenchmarkName benchmark = unit.valueAs(BenchmarkName.class);
            int before = scoreBefore(tokens, unit.from(), used);
            int at = before >= 0 ? before : scoreAfter(tokens, unit.to(), nextBenchmark(sentence, u + 1), used);
            if (at >= 0 && inRange(number(tokens.get(at)), benchmark)) {
                used.add(at);
                sheets.at(sentence, at).forEach(sheet -> note(sheet, benchmark, number(tokens.get(at))));
                others(sentence, benchmark, at, nextBenchmark(sentence, u + 1), used);
            }
        }
    }

    private static void note(FactSheet sheet, BenchmarkName benchmark, double score) {
        sheet.benchmarks.putIfAbsent(benchmark.name(), new Benchmark(benchmark.name(), score, benchmark.unit()));
    }

    /** "M has 81% on it, while N gets to 85%": further figures on one benchmark, each with its own model. */
    private void others(AnnotatedSentence sentence, BenchmarkName benchmark, int first, int limit, Set<Integer> used) {
        List<Token> tokens = sentence.sentence().tokens();
        int last = first;
        for (int i = first + 1; i < limit; i++) {
            boolean alike = figure(tokens.get(i))
                    && percent(tokens, i) == percent(tokens, first)
                    && !quantity(tokens, i)
                    && !modelPart(tokens, i)
                    && inRange(number(tokens.get(i)), benchmark);
            if (!alike) {
                continue;
            }
            int from = last;
            int at = i;
            Optional<String> owner = sheets.owners().explicit(sentence, from, at);
            if (owner.isEmpty() && !compared(tokens, at)) {
                owner = sheets.owners().between(sentence, from, at);
            }
            owner.filter(sheets.owners()::announced)
                    .ifPresent(model -> note(sheets.of(model), benchmark, number(tokens.get(at))));
            owner.ifPresent(model -> used.add(at));
            last = i;
        }
    }

    private static boolean percent(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is("%");
    }

    private static int nextBenchmark(AnnotatedSentence sentence, int from) {
        for (int u = from; u < sentence.size(); u++) {
            if (sentence.unit(u).is(Type.BENCHMARK)) {
                return sentence.unit(u).from();
            }
        }
        return sentence.sentence().tokens().size();
    }

    /** "59.4% on GPQA": the figure left of a benchmark, a preposition between. */
    private int scoreBefore(List<Token> tokens, int from, Set<Integer> used) {
        boolean preposition = false;
        for (int i = from - 1; i >= 0 && i >= from - 9; i--) {
            Token token = tokens.get(i);
            if (words.in("before-benchmark", token.norm())) {
                preposition = true;
            } else if (figure(token)) {
                return preposition && !used.contains(i) && !compared(tokens, i) && !quantity(tokens, i) ? i : -1;
            } else if (Set.of(",", ";", "and", "(").contains(token.norm())) {
                return -1;
            }
        }
        return -1;
    }

    private int scoreAfter(List<Token> tokens, int from, int limit, Set<Integer> used) {
        int passed = 0;
        for (int i = from; i < limit && passed < FURTHEST; i++) {
            Token token = tokens.get(i);
            passed += token.spaced() ? 1 : 0;
            if (figure(token)
                    && !used.contains(i)
                    && !compared(tokens, i)
                    && !quantity(tokens, i)
                    && !modelPart(tokens, i)) {
                return i;
            }
            if (token.is(";")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean figure(Token token) {
        return token.norm().matches("\\d{1,4}(?:\\.\\d{1,2})?");
    }

    private static boolean modelPart(List<Token> tokens, int i) {
        return i > 0
                && (tokens.get(i - 1).is("-") && !tokens.get(i).spaced()
                        || tokens.get(i - 1).capitalized()
                                && tokens.get(i).spaced()
                                && !(i + 1 < tokens.size() && tokens.get(i + 1).is("%")));
    }

    private boolean compared(List<Token> tokens, int i) {
        return i > 0 && words.in("compared", tokens.get(i - 1).norm());
    }

    private boolean quantity(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                        && words.in("no-score-units", tokens.get(i + 1).norm())
                || i > 0 && tokens.get(i - 1).is("$");
    }

    private static double number(Token token) {
        return Double.parseDouble(token.norm());
    }

    private static boolean inRange(double value, BenchmarkName benchmark) {
        return switch (benchmark.unit()) {
            case "%" -> value <= 100;
            case "Elo" -> value >= 500 && value <= 3000;
            default -> true;
        };
    }
}
