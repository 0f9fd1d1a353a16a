package dev.labwire.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time stamps that feeds and pages carry: RFC 822, 850, 3339 and ISO 8601 and their abuses, dates written out in
 * European languages, in Chinese, Japanese or Korean figures, epochs. A date alone means midnight UTC, a month alone its
 * first day, a time without a zone UTC.
 */
public final class Timestamps {

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})([-/.])(0?\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?=$|[T ])");
    private static final Pattern CJK = Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s,-]+(?:of\\s+|de\\s+)?(\\p{L}[\\p{L}\\p{M}’']{2,14})\\.?[\\s,-]+"
                    + "(?:de\\s+)?(\\d{4}|\\d{2})(?![\\d:])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(\\p{L}[\\p{L}\\p{M}’']{2,14})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:[\\d:.]{5,15}\\s+(?:(?:[A-Z]{2,4}|[+-]\\d{4})"
                    + "\\s+)?)?(\\d{4})(?!\\d)");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("(?<!\\d)(\\d{4})[-.\\s]+(\\p{L}[\\p{L}\\p{M}’']{2,14})[-.\\s]+(\\d{1,2})(?!\\d)");
    private static final Pattern SLASHES = Pattern.compile("(?<!\\d)(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})(?!\\d)");
    private static final Pattern MONTH_YEAR = Pattern.compile("^(\\p{L}[\\p{L}\\p{M}’']{2,14})\\.?,?\\s+(\\d{4})$");
    private static final Pattern ISO_MONTH = Pattern.compile("^(\\d{4}|-?\\d{2})-(\\d{2})$|^-(\\d{2})(\\d{2})$");
    private static final Pattern ISO_SHORT = Pattern.compile("^-?(\\d{2})-?(\\d{2})-?(\\d{2})(?=$|T)");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{4}|\\d{2})-?(\\d{3})(?=$|T)");
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([aApP]\\.?[mM](?![A-Za-z]))?");
    private static final Pattern COMPACT_TIME =
            Pattern.compile("(?<=\\dT)(\\d{2})(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,9}))?)?()");
    private static final Pattern AFTERNOON = Pattern.compile("오후|下午|午後");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?!\\d)");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("ET", "America/New_York"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("MT", "America/Denver"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("AT", "America/Halifax"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MET", "+01:00"),
            Map.entry("MEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("SGT", "+08:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"));

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
        LocalDate figures = figures(stamp);
        if (figures != null) {
            return figures;
        }
        LocalDate worded = worded(stamp);
        return worded == null ? abbreviated(stamp) : worded;
    }

    private static @Nullable LocalDate figures(String stamp) {
        for (Pattern figures : List.of(ISO, CJK, COMPACT)) {
            Matcher m = figures.matcher(stamp);
            if (m.find()) {
                int last = m.groupCount();
                return LocalDate.of(number(m, 1), number(m, last - 1), number(m, last));
            }
        }
        Matcher m = SLASHES.matcher(stamp);
        return m.find() ? slashed(m, stamp) : null;
    }

    /** With full stops the day comes first; with slashes the month, as Americans write, unless that cannot be. */
    private static LocalDate slashed(MatchResult m, String stamp) {
        int first = number(m, 1);
        int second = number(m, 3);
        boolean dayFirst = m.group(2).equals(".") || first > 12;
        if (!dayFirst && second <= 12) {
            LocalDate european = LocalDate.of(number(m, 4), second, first);
            dayFirst = startsWith(stamp, european.getDayOfWeek())
                    && !startsWith(
                            stamp, LocalDate.of(number(m, 4), first, second).getDayOfWeek());
        }
        return dayFirst ? LocalDate.of(number(m, 4), second, first) : LocalDate.of(number(m, 4), first, second);
    }

    private static boolean startsWith(String stamp, DayOfWeek day) {
        return stamp.regionMatches(true, 0, day.name(), 0, 3);
    }

    private static @Nullable LocalDate worded(String stamp) {
        Matcher m = DAY_MONTH.matcher(stamp);
        while (m.find()) {
            OptionalInt month = MonthNames.number(m.group(2));
            if (month.isPresent()) {
                return LocalDate.of(year(m.group(3)), month.getAsInt(), number(m, 1));
            }
        }
        m = MONTH_DAY.matcher(stamp);
        while (m.find()) {
            OptionalInt month = MonthNames.number(m.group(1));
            if (month.isPresent()) {
                return LocalDate.of(number(m, 3), month.getAsInt(), number(m, 2));
            }
        }
        m = YEAR_MONTH_DAY.matcher(stamp);
        OptionalInt month = m.find() ? MonthNames.number(m.group(2)) : OptionalInt.empty();
        return month.isPresent() ? LocalDate.of(number(m, 1), month.getAsInt(), number(m, 3)) : null;
    }

    /** What leaves out the day or the century (ISO 8601:1988, 5.2). */
    private static @Nullable LocalDate abbreviated(String stamp) {
        Matcher m = MONTH_YEAR.matcher(stamp);
        if (m.find() && MonthNames.number(m.group(1)).isPresent()) {
            return LocalDate.of(number(m, 2), MonthNames.number(m.group(1)).getAsInt(), 1);
        }
        m = ISO_MONTH.matcher(stamp);
        if (m.find()) {
            int from = m.group(1) == null ? 3 : 1;
            return LocalDate.of(year(m.group(from).replace("-", "")), number(m, from + 1), 1);
        }
        m = ORDINAL.matcher(stamp);
        if (m.find()) {
            return LocalDate.ofYearDay(year(m.group(1)), number(m, 2));
        }
        m = ISO_SHORT.matcher(stamp);
        if (m.find()) {
            return LocalDate.of(year(m.group(1)), number(m, 2), number(m, 3));
        }
        return stamp.matches("(?:19|20)\\d{2}") ? LocalDate.of(Integer.parseInt(stamp), 1, 1) : null;
    }

    private static Instant at(LocalDate date, String stamp) {
        Matcher m = TIME.matcher(stamp);
        if (!m.find()) {
            m = COMPACT_TIME.matcher(stamp);
            if (!m.find()) {
                return date.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        }
        boolean dayEnds = number(m, 1) == 24;
        int hour = dayEnds ? 0 : hour(m, AFTERNOON.matcher(stamp).find());
        LocalTime time = LocalTime.of(hour, number(m, 2), Math.min(second(m), 59), nanos(m));
        return inZone(date.plusDays(dayEnds ? 1 : 0).atTime(time), stamp.substring(m.end()), stamp);
    }

    private static int hour(MatchResult m, boolean saidBefore) {
        int hour = Integer.parseInt(m.group(1));
        String half = m.group(5);
        if (half == null || half.isEmpty()) {
            return saidBefore && hour < 12 ? hour + 12 : hour;
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        return hour > 12 ? hour : hour % 12 + (afternoon ? 12 : 0);
    }

    private static int second(MatchResult m) {
        return m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    }

    private static int nanos(MatchResult m) {
        return m.group(4) == null ? 0 : Integer.parseInt((m.group(4) + "00000000").substring(0, 9));
    }

    private static Instant inZone(LocalDateTime local, String rest, String stamp) {
        Matcher region = REGION.matcher(rest);
        if (region.find()) {
            return local.atZone(ZoneId.of(region.group())).toInstant();
        }
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            int minutes = offset.group(3) == null ? 0 : number(offset, 3);
            long ahead = (offset.group(1).equals("-") ? -1 : 1) * (number(offset, 2) * 60L + minutes);
            return local.toInstant(ZoneOffset.UTC).minusSeconds(ahead * 60);
        }
        String name = rest.strip().split("[\\s\\d)]", 2)[0].toUpperCase(Locale.ROOT);
        String silent = HANGUL.matcher(stamp).find() ? "+09:00" : "Z";
        return local.atZone(ZoneId.of(ZONES.getOrDefault(name, silent))).toInstant();
    }

    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        return figures.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
