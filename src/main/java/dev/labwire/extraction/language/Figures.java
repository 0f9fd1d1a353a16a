package dev.labwire.extraction.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Figures and East Asian dates in one spelling: "256.000" becomes 256000 where the comma is the decimal sign, "12万8000" and
 * "24 milliards" one token with the number written out, "5月19日" a token {@code @05-19}.
 */
final class Figures {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+");
    private static final Pattern DECIMAL = Pattern.compile("\\d+,\\d+");
    private static final Pattern SHORT_FIGURE = Pattern.compile("\\d{1,4}");
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:er|re|º|ª|°|o|a|-?го|-?е|-?м)");
    private static final Pattern SUFFIXED_YEAR = Pattern.compile("(20[0-4]\\d|19\\d\\d)(?:-?(?:м|й|го|х|ом|е))");
    private static final String HAN_DIGITS = "〇一二三四五六七八九十";
    private static final Map<String, Character> UNITS =
            Map.of("年", 'y', "月", 'm', "日", 'd', "号", 'd', "년", 'y', "월", 'm', "일", 'd');

    private final Map<List<String>, Double> scales;
    private final int longestScale;
    private final boolean decimalComma;

    Figures(Supplier<List<String>> names, Idiom.Habits habits) {
        this.decimalComma = habits.decimalComma();
        this.scales = names.get().stream()
                .collect(Collectors.toMap(
                        name -> Scripts.regrouped(name, Tokenizer.tokens(name), Idiom.Apostrophe.NONE).stream()
                                .map(Token::norm)
                                .toList(),
                        name -> habits.scales().get(name),
                        (one, other) -> one));
        this.longestScale = scales.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    List<Token> in(String text, List<Token> tokens) {
        List<Token> spelt = spelt(text, tokens);
        List<Token> read = new ArrayList<>(spelt.size());
        for (int i = 0; i < spelt.size(); ) {
            boolean figure = Character.isDigit(spelt.get(i).norm().charAt(0));
            int end = figure || hanDigit(spelt.get(i)) ? date(text, spelt, i, read) : i;
            end = end > i || !figure ? end : number(text, spelt, i, read);
            if (end == i) {
                read.add(spelt.get(i));
                end++;
            }
            i = end;
        }
        return read;
    }

    private static boolean hanDigit(Token token) {
        return token.script() == Character.UnicodeScript.HAN && HAN_DIGITS.contains(token.norm());
    }

    /** Single figures in the engine's spelling; groups of three digits with blanks between become one. */
    private List<Token> spelt(String text, List<Token> tokens) {
        if (tokens.stream().noneMatch(Token::numeric)) {
            return tokens;
        }
        List<Token> spelt = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.numeric()) {
                spelt.add(token);
                continue;
            }
            int last = i;
            if (decimalComma && token.norm().matches("\\d{1,3}")) {
                while (last + 1 < tokens.size()
                        && tokens.get(last + 1).spaced()
                        && tokens.get(last + 1).norm().matches("\\d{3}(?:,\\d+)?")
                        && tokens.get(last + 1).start() - tokens.get(last).end() == 1) {
                    last++;
                }
            }
            String norm = last > i
                    ? text.substring(token.start(), tokens.get(last).end()).replaceAll("[^\\d,]", "")
                    : token.norm();
            spelt.add(Idiom.merged(text, tokens, i, last, figure(norm)));
            i = last;
        }
        return spelt;
    }

    private String figure(String norm) {
        Matcher ordinal = ORDINAL.matcher(norm);
        Matcher year = SUFFIXED_YEAR.matcher(norm);
        if (year.matches()) {
            return year.group(1);
        }
        if (ordinal.matches()) {
            return ordinal.group(1);
        }
        if (!decimalComma) {
            return norm;
        }
        if (GROUPED.matcher(norm).matches()) {
            return norm.replace(".", "");
        }
        return DECIMAL.matcher(norm).matches() ? norm.replace(',', '.') : norm;
    }

    /** A number with its scales, or several such in falling order: 1億3500万. */
    private int number(String text, List<Token> tokens, int from, List<Token> into) {
        double sum = 0;
        double lastScale = Double.MAX_VALUE;
        int at = from;
        int end = from;
        boolean scaled = false;
        while (at < tokens.size()
                && DIGITS.matcher(tokens.get(at).norm()).matches()
                && (at == from || !tokens.get(at).spaced() || hangul(tokens, at - 1))) {
            double value = Double.parseDouble(tokens.get(at).norm().replace(",", ""));
            int behind = at + 1;
            double scale = 1;
            int length = scale(tokens, behind);
            while (length > 0) {
                scale *= scales.get(norms(tokens, behind, behind + length));
                behind += length;
                length = scale(tokens, behind);
            }
            if (scale >= lastScale || !scaled && scale == 1) {
                break;
            }
            sum += value * scale;
            lastScale = scale;
            scaled = true;
            end = behind;
            at = behind;
            if (scale == 1) {
                break;
            }
        }
        if (!scaled) {
            return from;
        }
        into.add(Idiom.merged(
                text,
                tokens,
                from,
                end - 1,
                new BigDecimal(sum)
                        .setScale(2, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()));
        return end;
    }

    private static boolean hangul(List<Token> tokens, int at) {
        return at >= 0 && tokens.get(at).script() == Character.UnicodeScript.HANGUL;
    }

    private int scale(List<Token> tokens, int at) {
        for (int length = Math.min(longestScale, tokens.size() - at); length > 0; length--) {
            if (scales.containsKey(norms(tokens, at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private static List<String> norms(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().map(Token::norm).toList();
    }

    /** 2025年5月19日, 11月19日, 15일, 2023年, 五月十九日. */
    private static int date(String text, List<Token> tokens, int from, List<Token> into) {
        Map<Character, Integer> parts = new TreeMap<>();
        int at = from;
        while (at < tokens.size()) {
            int digits = at;
            int value = 0;
            if (SHORT_FIGURE.matcher(tokens.get(at).norm()).matches()) {
                value = Integer.parseInt(tokens.get(at).norm());
                digits++;
            } else {
                while (digits < tokens.size()
                        && digits - at < 4
                        && HAN_DIGITS.contains(tokens.get(digits).norm())) {
                    digits++;
                }
                value = han(tokens, at, digits);
            }
            Character unit = digits > at && digits < tokens.size()
                    ? UNITS.get(tokens.get(digits).norm())
                    : null;
            boolean follows =
                    digits + 1 < tokens.size() && tokens.get(digits + 1).is("间")
                            || digits + 1 < tokens.size()
                                    && "間前后後ぶ初来".contains(tokens.get(digits + 1).text());
            if (unit == null || parts.containsKey(unit) || !fits(unit, value) || parts.isEmpty() && follows) {
                break;
            }
            parts.put(unit, value);
            at = digits + 1;
            if (unit == 'd') {
                break;
            }
        }
        String norm = norm(parts);
        if (norm.isEmpty()) {
            return from;
        }
        into.add(Idiom.merged(text, tokens, from, at - 1, norm));
        return at;
    }

    private static boolean fits(char unit, int value) {
        return switch (unit) {
            case 'y' -> value >= 1950 && value <= 2050;
            case 'm' -> value >= 1 && value <= 12;
            default -> value >= 1 && value <= 31;
        };
    }

    private static int han(List<Token> tokens, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = HAN_DIGITS.indexOf(tokens.get(i).norm());
            value = digit == 10
                    ? Math.max(1, value) * 10
                    : value % 10 == 0 && value > 0 ? value + digit : value * 10 + digit;
        }
        return value;
    }

    private static String norm(Map<Character, Integer> parts) {
        Integer year = parts.get('y');
        Integer month = parts.get('m');
        Integer day = parts.get('d');
        if (parts.isEmpty() || year != null && month == null && day != null) {
            return "";
        }
        StringBuilder norm = new StringBuilder("@");
        if (year != null) {
            norm.append(year).append(month == null ? "" : "-");
        }
        if (month != null) {
            norm.append(String.format("%02d", month)).append(day == null ? year == null ? "-" : "" : "-");
        }
        if (day != null) {
            norm.append(String.format("%02d", day));
        }
        return norm.toString();
    }
}
