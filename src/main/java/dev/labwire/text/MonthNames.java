package dev.labwire.text;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Names of months in the languages in which feeds are dated, in full and short, with or without accents and full stop. The
 * names are those of the Unicode locale data; English wins where two languages disagree.
 */
final class MonthNames {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr", "el", "ru",
            "uk");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+|[.’']");
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String language : LANGUAGES) {
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    String name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    if (name.length() >= SHORTEST) {
                        numbers.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        return Map.copyOf(numbers);
    }

    /** 1 to 12; empty where it is no month, or could be several. A name may be cut after its third letter. */
    static OptionalInt number(String name) {
        String plain = plain(name);
        Integer known = NUMBERS.get(plain);
        if (known != null) {
            return OptionalInt.of(known);
        }
        if (plain.length() < SHORTEST) {
            return OptionalInt.empty();
        }
        int[] cut = NUMBERS.entrySet().stream()
                .filter(month -> month.getKey().startsWith(plain))
                .mapToInt(Map.Entry::getValue)
                .distinct()
                .toArray();
        return cut.length == 1 ? OptionalInt.of(cut[0]) : OptionalInt.empty();
    }

    private static String plain(String name) {
        String parts = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return ACCENTS.matcher(parts).replaceAll("").strip();
    }
}
