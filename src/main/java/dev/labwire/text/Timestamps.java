package dev.labwire.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time stamps that feeds and pages carry: RFC 822 and its abuses, RFC 3339, dates written out in English,
 * Chinese or Korean figures, epochs. A date alone means midnight UTC.
 */
public final class Timestamps {

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?=$|[T ])");
    private static final Pattern CJK = Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(?:of\\s+)?(\\p{L}{3,12})\\.?[\\s,-]+(\\d{4}|\\d{2})(?![\\d:])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:[\\d:.]{5,15}\\s+(?:[A-Z]{2,4}\\s+)?)?(\\d{4})(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([aApP]\\.?[mM](?![A-Za-z]))?");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?!\\d)");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MET", "+01:00"),
            Map.entry("MEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"));

    private Timestamps() {}

    /** The instant that the text means; empty when it means none. */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 200) {
            return Optional.empty();
        }
        String stamp = text.strip();
        if (EPOCH.matcher(stamp).matches()) {
            long value = Long.parseLong(stamp);
            return Optional.of(stamp.length() > 10 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value));
        }
        try {
            return Optional.ofNullable(date(stamp)).map(date -> at(date, stamp));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate date(String stamp) {
        for (Pattern figures : List.of(ISO, CJK, COMPACT)) {
            Matcher m = figures.matcher(stamp);
            if (m.find()) {
                int last = m.groupCount();
                return LocalDate.of(number(m, 1), number(m, last - 1), number(m, last));
            }
        }
        Matcher m = DAY_MONTH.matcher(stamp);
        while (m.find()) {
            if (month(m.group(2)) > 0) {
                return LocalDate.of(year(m.group(3)), month(m.group(2)), number(m, 1));
            }
        }
        m = MONTH_DAY.matcher(stamp);
        return m.find() && month(m.group(1)) > 0 ? LocalDate.of(number(m, 3), month(m.group(1)), number(m, 2)) : null;
    }

    private static Instant at(LocalDate date, String stamp) {
        Matcher m = TIME.matcher(stamp);
        if (!m.find()) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        ZoneId zone = zone(stamp.substring(m.end()));
        boolean dayEnds = number(m, 1) == 24;
        LocalTime time = LocalTime.of(dayEnds ? 0 : hour(m), number(m, 2), Math.min(second(m), 59), nanos(m));
        return date.plusDays(dayEnds ? 1 : 0).atTime(time).atZone(zone).toInstant();
    }

    private static int hour(MatchResult m) {
        int hour = Integer.parseInt(m.group(1));
        if (m.group(5) == null) {
            return hour;
        }
        boolean afternoon = m.group(5).toLowerCase(Locale.ROOT).startsWith("p");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int second(MatchResult m) {
        return m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    }

    private static int nanos(MatchResult m) {
        return m.group(4) == null ? 0 : Integer.parseInt((m.group(4) + "00000000").substring(0, 9));
    }

    private static ZoneId zone(String rest) {
        Matcher region = REGION.matcher(rest);
        if (region.find()) {
            return ZoneId.of(region.group());
        }
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            int sign = offset.group(1).equals("-") ? -1 : 1;
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
        }
        String name = rest.strip().split("[\\s\\d)]", 2)[0].toUpperCase(Locale.ROOT);
        return ZoneId.of(ZONES.getOrDefault(name, "Z"));
    }

    private static int month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        return MONTHS.indexOf(start) + 1;
    }

    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        return figures.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
