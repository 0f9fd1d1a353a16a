package dev.labwire.extraction.language;

import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of a sentence as a reader of dates looks at them; beyond its ends stand empty words. */
final class DateWords {

    private static final Pattern YEAR = Pattern.compile("(?:19[5-9]|20[0-4])\\d");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)?");
    private static final Map<String, Month> MONTHS = months();

    private final List<Token> tokens;
    private @Nullable Boolean glossed;

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

    /** Whether a capitalised word stands there. */
    boolean capitalizedAt(int i) {
        return i < tokens.size() && tokens.get(i).wordLike() && tokens.get(i).capitalized();
    }

    boolean precededBy(int i, String... words) {
        return i > 0 && Set.of(words).contains(tokens.get(i - 1).norm());
    }

    /** Whether the token is a figure, or begins with one, and fits the pattern. */
    private boolean fits(int i, Pattern pattern) {
        return i >= 0
                && i < tokens.size()
                && Character.isDigit(tokens.get(i).norm().charAt(0))
                && pattern.matcher(tokens.get(i).norm()).matches();
    }

    /** Whether the token is a figure of that many digits. */
    boolean figure(int i, int least, int most) {
        if (i < 0 || i >= tokens.size()) {
            return false;
        }
        String norm = tokens.get(i).norm();
        return norm.length() >= least
                && norm.length() <= most
                && norm.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    int number(int i) {
        return Integer.parseInt(norm(i));
    }

    int digits(int i) {
        return Integer.parseInt(norm(i).replaceAll("\\D", ""));
    }

    boolean yearAt(int i) {
        return fits(i, YEAR);
    }

    /** Whether a day of a month stands there, as a figure or an ordinal one. */
    boolean dayAt(int i) {
        return fits(i, DAY) && digits(i) >= 1 && digits(i) <= 31;
    }

    boolean capitalized(int i) {
        return i < tokens.size()
                && (tokens.get(i).capitalized() || tokens.get(i).glossed());
    }

    /** Whether some word of another language stands there under an English one. */
    boolean glossed() {
        if (glossed == null) {
            glossed = tokens.stream().anyMatch(Token::glossed);
        }
        return glossed;
    }

    /** The month a capitalised word names, in full or by its first three letters. */
    Optional<Month> month(int i) {
        Month month = MONTHS.get(norm(i));
        return month != null && capitalized(i) ? Optional.of(month) : Optional.empty();
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
