package dev.labwire.extraction.language;

import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens of a sentence as a reader of dates looks at them; beyond its ends stand empty words. */
final class DateWords {

    private static final Map<String, Month> MONTHS = months();

    private final List<Token> tokens;

    DateWords(List<Token> tokens) {
        this.tokens = tokens;
    }

    String norm(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).norm() : "";
    }

    boolean is(int i, String word) {
        return norm(i).equals(word);
    }

    /** Whether one of these stands among the eight tokens before. */
    boolean shortlyAfter(int i, String... words) {
        return tokens.subList(Math.max(0, i - 8), i).stream()
                .anyMatch(token -> Arrays.asList(words).contains(token.norm()));
    }

    boolean precededBy(int i, String... words) {
        return i > 0 && Set.of(words).contains(tokens.get(i - 1).norm());
    }

    boolean matches(int i, String pattern) {
        return i >= 0 && i < tokens.size() && tokens.get(i).norm().matches(pattern);
    }

    int number(int i) {
        return Integer.parseInt(norm(i));
    }

    int digits(int i) {
        return Integer.parseInt(norm(i).replaceAll("\\D", ""));
    }

    boolean yearAt(int i) {
        return matches(i, "(19[5-9]|20[0-4])\\d");
    }

    /** Whether a day of a month stands there, as a figure or an ordinal one. */
    boolean dayAt(int i) {
        return matches(i, "\\d{1,2}(st|nd|rd|th)?") && digits(i) >= 1 && digits(i) <= 31;
    }

    boolean capitalized(int i) {
        return i < tokens.size() && tokens.get(i).capitalized();
    }

    /** The month a capitalised word names, in full or by its first three letters. */
    Optional<Month> month(int i) {
        return capitalized(i) ? Optional.ofNullable(MONTHS.get(norm(i))) : Optional.empty();
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            months.put(name, month);
            months.put(name.substring(0, 3), month);
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }
}
