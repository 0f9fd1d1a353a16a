package dev.labwire.extraction.language;

import dev.labwire.extraction.OccurredOn;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * English dates in a sentence, resolved against the day of publication. Relative ones are left out when that day is not
 * known. A bare weekday is the last such day on or before publication.
 */
public final class DateFinder {

    /**
     * A date as it stands in a sentence.
     *
     * @param from index of its first token
     * @param to index behind its last
     * @param on what it means; null for a vague time that says no more than "recently" or "soon"
     * @param absolute true when it does not depend on the day of publication
     * @param future true for "next month", "tomorrow" and days after publication
     */
    public record Found(int from, int to, @Nullable OccurredOn on, boolean absolute, boolean future) {}

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));
    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 5, "summer", 8, "autumn", 11, "fall", 11, "winter", 2);
    private static final Set<String> UNITS =
            Set.of("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades");

    private final List<Token> tokens;
    private final @Nullable LocalDate anchor;

    private DateFinder(List<Token> tokens, @Nullable LocalDate anchor) {
        this.tokens = tokens;
        this.anchor = anchor;
    }

    /** The dates of a sentence, in order, not overlapping. */
    public static List<Found> find(List<Token> tokens, @Nullable LocalDate anchor) {
        return new DateFinder(tokens, anchor).all();
    }

    private List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Found> here = at(i);
            here.ifPresent(found::add);
            i = here.map(Found::to).orElse(i + 1);
        }
        return List.copyOf(found);
    }

    private Optional<Found> at(int i) {
        return isoDate(i)
                .or(() -> monthFirst(i))
                .or(() -> dayFirst(i))
                .or(() -> weekday(i))
                .or(() -> relativeDay(i))
                .or(() -> relativePeriod(i))
                .or(() -> ago(i))
                .or(() -> year(i));
    }

    private Optional<Found> isoDate(int i) {
        if (!matches(i, "\\d{4}")
                || !is(i + 1, "-")
                || !matches(i + 2, "\\d{1,2}")
                || !is(i + 3, "-")
                || !matches(i + 4, "\\d{1,2}")) {
            return Optional.empty();
        }
        return day(i, i + 5, number(i), number(i + 2), number(i + 4));
    }

    private Optional<Found> monthFirst(int i) {
        Month month = month(i);
        if (month == null) {
            return Optional.empty();
        }
        int next = is(i + 1, ".") ? i + 2 : i + 1;
        if (matches(next, "\\d{1,2}(st|nd|rd|th)?") && digits(next) >= 1 && digits(next) <= 31) {
            int after = is(next + 1, ",") ? next + 2 : next + 1;
            if (yearAt(after)) {
                return day(i, after + 1, number(after), month.getValue(), digits(next));
            }
            return nearDay(i, next + 1, month, digits(next));
        }
        int yearAt = is(next, ",") || is(next, "of") ? next + 1 : next;
        if (yearAt(yearAt)) {
            return Optional.of(month(i, yearAt + 1, YearMonth.of(number(yearAt), month)));
        }
        boolean noun = month == Month.MAY || month == Month.MARCH;
        return noun
                        && !precededBy(
                                i, "in", "since", "last", "this", "until", "by", "of", "from", "early", "late", "mid",
                                "-")
                ? Optional.empty()
                : nearMonth(i, next == i + 2 ? i + 2 : i + 1, month);
    }

    private Optional<Found> dayFirst(int i) {
        if (!matches(i, "\\d{1,2}(st|nd|rd|th)?")) {
            return Optional.empty();
        }
        int at = is(i + 1, "of") ? i + 2 : i + 1;
        Month month = month(at);
        if (month == null || digits(i) < 1 || digits(i) > 31) {
            return Optional.empty();
        }
        int after = is(at + 1, ",") || is(at + 1, ".") ? at + 2 : at + 1;
        return yearAt(after)
                ? day(i, after + 1, number(after), month.getValue(), digits(i))
                : nearDay(i, at + 1, month, digits(i));
    }

    private Optional<Found> weekday(int i) {
        DayOfWeek day = i < tokens.size() ? DAYS.get(tokens.get(i).norm()) : null;
        if (day == null || !tokens.get(i).capitalized() || anchor == null) {
            return Optional.empty();
        }
        if (precededBy(i, "next", "coming")) {
            return Optional.of(
                    new Found(i, i + 1, OccurredOn.day(anchor.with(TemporalAdjusters.next(day))), false, true));
        }
        return Optional.of(
                new Found(i, i + 1, OccurredOn.day(anchor.with(TemporalAdjusters.previousOrSame(day))), false, false));
    }

    private Optional<Found> relativeDay(int i) {
        if (anchor == null) {
            return Optional.empty();
        }
        return switch (norm(i)) {
            case "today", "tonight" -> Optional.of(new Found(i, i + 1, OccurredOn.day(anchor), false, false));
            case "yesterday" -> Optional.of(new Found(i, i + 1, OccurredOn.day(anchor.minusDays(1)), false, false));
            case "tomorrow" -> Optional.of(new Found(i, i + 1, OccurredOn.day(anchor.plusDays(1)), false, true));
            default -> Optional.empty();
        };
    }

    private Optional<Found> relativePeriod(int i) {
        if (anchor == null) {
            return Optional.empty();
        }
        String word = norm(i);
        int unitAt = i + 1;
        if (!Set.of("this", "last", "next", "past", "previous", "coming").contains(word)) {
            return Optional.empty();
        }
        boolean last = word.equals("last") || word.equals("previous") || word.equals("past");
        boolean next = word.equals("next") || word.equals("coming");
        return switch (norm(unitAt)) {
            case "week", "weekend" ->
                Optional.of(new Found(
                        i,
                        unitAt + 1,
                        last
                                ? OccurredOn.by(anchor.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)))
                                : next ? null : OccurredOn.by(anchor),
                        false,
                        next));
            case "month" ->
                Optional.of(new Found(
                        i,
                        unitAt + 1,
                        OccurredOn.month(YearMonth.from(anchor).plusMonths(last ? -1 : next ? 1 : 0)),
                        false,
                        next));
            case "year" ->
                Optional.of(new Found(
                        i,
                        unitAt + 1,
                        OccurredOn.year(Year.of(anchor.getYear() + (last ? -1 : next ? 1 : 0))),
                        false,
                        next));
            default -> season(i, unitAt, last);
        };
    }

    private Optional<Found> season(int i, int at, boolean last) {
        Integer endMonth = SEASONS.get(norm(at));
        if (endMonth == null || anchor == null) {
            return Optional.empty();
        }
        int year = last && anchor.getMonthValue() <= endMonth ? anchor.getYear() - 1 : anchor.getYear();
        return Optional.of(new Found(i, at + 1, OccurredOn.year(Year.of(year)), false, false));
    }

    private Optional<Found> ago(int i) {
        int amount = NUMBERS.getOrDefault(norm(i), matches(i, "\\d{1,2}") ? number(i) : 0);
        if (amount == 0
                || !UNITS.contains(norm(i + 1))
                || !(is(i + 2, "ago") || is(i + 2, "earlier"))
                || anchor == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (norm(i + 1)) {
                    case "day", "days" -> new Found(i, i + 3, OccurredOn.day(anchor.minusDays(amount)), false, false);
                    case "week", "weeks" -> new Found(i, i + 3, OccurredOn.by(anchor.minusWeeks(amount)), false, false);
                    case "month", "months" ->
                        new Found(
                                i,
                                i + 3,
                                OccurredOn.month(YearMonth.from(anchor).minusMonths(amount)),
                                false,
                                false);
                    case "year", "years" ->
                        new Found(i, i + 3, OccurredOn.year(Year.of(anchor.getYear() - amount)), false, false);
                    default ->
                        new Found(i, i + 3, OccurredOn.year(Year.of(anchor.getYear() - 10 * amount)), false, false);
                });
    }

    private Optional<Found> year(int i) {
        if (!yearAt(i)
                || !precededBy(
                        i, "in", "since", "until", "during", "by", "early", "late", "mid", "from", "of", "to", "(",
                        "-")) {
            return Optional.empty();
        }
        OccurredOn year = OccurredOn.year(Year.of(number(i)));
        return Optional.of(new Found(i, i + 1, year, true, anchor != null && number(i) > anchor.getYear()));
    }

    private Optional<Found> day(int from, int to, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return Optional.of(new Found(
                    from, to, OccurredOn.day(date), true, anchor != null && date.isAfter(anchor.plusDays(1))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** A day without a year: the one nearest to publication, rather in the past. */
    private Optional<Found> nearDay(int from, int to, Month month, int day) {
        if (anchor == null) {
            return Optional.empty();
        }
        try {
            LocalDate same =
                    LocalDate.of(anchor.getYear(), month, Math.min(day, month.length(Year.isLeap(anchor.getYear()))));
            long ahead = ChronoUnit.DAYS.between(anchor, same);
            LocalDate date = ahead > 200 ? same.minusYears(1) : ahead < -250 ? same.plusYears(1) : same;
            return Optional.of(new Found(from, to, OccurredOn.day(date), false, date.isAfter(anchor.plusDays(1))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private Optional<Found> nearMonth(int from, int to, Month month) {
        if (anchor == null) {
            return Optional.empty();
        }
        YearMonth same = YearMonth.of(anchor.getYear(), month);
        boolean ahead = same.isAfter(YearMonth.from(anchor));
        boolean future = ahead
                && (precededBy(from, "by", "until", "next", "coming")
                        || monthsAhead(same) <= 2 && precededBy(from, "in"));
        YearMonth meant = ahead && !future ? same.minusYears(1) : same;
        return Optional.of(new Found(from, to, OccurredOn.month(meant), false, future));
    }

    private long monthsAhead(YearMonth month) {
        return anchor == null ? 0 : ChronoUnit.MONTHS.between(YearMonth.from(anchor), month);
    }

    private Found month(int from, int to, YearMonth month) {
        return new Found(
                from, to, OccurredOn.month(month), true, anchor != null && month.isAfter(YearMonth.from(anchor)));
    }

    private @Nullable Month month(int i) {
        if (i >= tokens.size() || !tokens.get(i).capitalized()) {
            return null;
        }
        return MONTHS.get(norm(i));
    }

    private boolean yearAt(int i) {
        return matches(i, "(19[5-9]|20[0-4])\\d");
    }

    private boolean precededBy(int i, String... words) {
        return i > 0 && Set.of(words).contains(tokens.get(i - 1).norm());
    }

    private boolean matches(int i, String pattern) {
        return i >= 0 && i < tokens.size() && tokens.get(i).norm().matches(pattern);
    }

    private boolean is(int i, String word) {
        return norm(i).equals(word);
    }

    private String norm(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).norm() : "";
    }

    private int number(int i) {
        return Integer.parseInt(norm(i));
    }

    private int digits(int i) {
        return Integer.parseInt(norm(i).replaceAll("\\D", ""));
    }

    private static Map<String, Month> months() {
        Map<String, Month> months = new java.util.HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(java.util.Locale.ROOT);
            months.put(name, month);
            months.put(name.substring(0, 3), month);
        }
        months.put("sept", Month.SEPTEMBER);
        return Map.copyOf(months);
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new java.util.HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(java.util.Locale.ROOT), day);
        }
        return Map.copyOf(days);
    }
}
