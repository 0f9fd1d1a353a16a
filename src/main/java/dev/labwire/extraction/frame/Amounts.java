package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures with a unit: dollars, tokens, parameters. */
public final class Amounts {

    /** A value and the index behind its last token. */
    public record Amount(int to, double value) {}

    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("k", 1e3),
            Map.entry("thousand", 1e3),
            Map.entry("m", 1e6),
            Map.entry("mn", 1e6),
            Map.entry("million", 1e6),
            Map.entry("b", 1e9),
            Map.entry("bn", 1e9),
            Map.entry("billion", 1e9),
            Map.entry("t", 1e12),
            Map.entry("tn", 1e12),
            Map.entry("trillion", 1e12));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10));

    private static final Pattern FIGURE = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(k|m|mn|b|bn|t|tn|)");

    private static final Set<String> BEGINNINGS =
            Stream.concat(WORDS.keySet().stream(), Stream.of("us", "$")).collect(Collectors.toUnmodifiableSet());

    private Amounts() {}

    /** The words that amounts begin with, but for figures. */
    static Set<String> beginnings() {
        return BEGINNINGS;
    }

    /** Whether an amount can begin with a word, as far as the word alone tells. */
    static boolean mayBegin(String norm) {
        return norm.charAt(0) >= '0' && norm.charAt(0) <= '9' || BEGINNINGS.contains(norm);
    }

    /** US dollars or cents that start at a token: "$2.5 billion", "US$2B", "11 cents". */
    public static Optional<Amount> dollars(List<Token> tokens, int at) {
        boolean us = tokens.get(at).is("us")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("$");
        int sign = us ? at + 1 : at;
        if (tokens.get(sign).is("$") && sign + 1 < tokens.size()) {
            return number(tokens, sign + 1);
        }
        return number(tokens, at).flatMap(amount -> named(tokens, amount)).or(() -> cents(tokens, at));
    }

    /** "3 dollars", "3 milliards de dollars". */
    private static Optional<Amount> named(List<Token> tokens, Amount amount) {
        int unit = amount.to() < tokens.size() && tokens.get(amount.to()).is("of") ? amount.to() + 1 : amount.to();
        boolean dollars = unit < tokens.size()
                && (tokens.get(unit).is("dollars")
                        || tokens.get(unit).is("dollar")
                        || tokens.get(unit).is("$")
                        || tokens.get(unit).is("usd"));
        return dollars ? Optional.of(new Amount(unit + 1, amount.value())) : Optional.empty();
    }

    private static Optional<Amount> cents(List<Token> tokens, int at) {
        return number(tokens, at)
                .filter(amount -> amount.to() < tokens.size()
                        && (tokens.get(amount.to()).is("cents")
                                || tokens.get(amount.to()).is("cent")))
                .map(amount -> new Amount(amount.to() + 1, amount.value() / 100));
    }

    /** A number with its scale: "1,000", "2.5 billion", "405B", "one million". */
    public static Optional<Amount> number(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        String text = tokens.get(at).norm();
        if (WORDS.containsKey(text)) {
            return at + 1 < tokens.size()
                            && tokens.get(at + 1).norm().length() > 3
                            && SCALES.containsKey(tokens.get(at + 1).norm())
                    ? scaled(tokens, at + 1, WORDS.get(text))
                    : Optional.empty();
        }
        if (text.charAt(0) < '0' || text.charAt(0) > '9') {
            return Optional.empty();
        }
        Matcher matcher = FIGURE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(matcher.group(1).replace(",", ""));
        if (!matcher.group(2).isEmpty()) {
            return Optional.of(new Amount(at + 1, value * SCALES.get(matcher.group(2))));
        }
        int next = at + 1 < tokens.size()
                        && tokens.get(at + 1).is("-")
                        && !tokens.get(at + 1).spaced()
                ? at + 2
                : at + 1;
        return scaled(tokens, next, value).or(() -> Optional.of(new Amount(at + 1, value)));
    }

    private static Optional<Amount> scaled(List<Token> tokens, int at, double value) {
        if (at >= tokens.size()
                || !SCALES.containsKey(tokens.get(at).norm())
                || tokens.get(at).norm().length() == 1
                        && tokens.get(at).text().equals(tokens.get(at).norm())) {
            return Optional.empty();
        }
        return Optional.of(new Amount(at + 1, value * SCALES.get(tokens.get(at).norm())));
    }
}
