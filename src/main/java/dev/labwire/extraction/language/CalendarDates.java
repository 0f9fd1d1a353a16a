package dev.labwire.extraction.language;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.language.DateFinder.Found;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates that name their day, month or year; where the year is left out, the one nearest to publication. */
final class CalendarDates {

    /** days after which nobody announces any more what happened then */
    private static final int LONG_PAST = 20;

    /** days ahead that other languages, whose future is not always seen, may mean without naming the year */
    private static final int SEASON = 90;

    private static final int MONTHS_AHEAD = 3;

    private final DateWords words;
    private final @Nullable LocalDate anchor;

    CalendarDates(DateWords words, @Nullable LocalDate anchor) {
        this.words = words;
        this.anchor = anchor;
    }

    /** The day or month that starts at a token. */
    Optional<Found> at(int i) {
        return written(i)
                .or(() -> isoDate(i))
                .or(() -> words.month(i).flatMap(month -> monthFirst(i, month)))
                .or(() -> dayFirst(i));
    }

    /** East Asian dates, as {@link Figures} has written them: @2025-05-19, @05-19, @2025-05, @2025, @05-, @19. */
    private Optional<Found> written(int i) {
        String norm = words.norm(i);
        if (norm.length() < 3 || norm.charAt(0) != '@' || !Character.isDigit(norm.charAt(1))) {
            return Optional.empty();
        }
        String[] parts = norm.substring(1).split("-");
        boolean year = parts[0].length() == 4;
        int first = Integer.parseInt(parts[0]);
        if (norm.endsWith("-")) {
            return nearMonth(i, i + 1, Month.of(first));
        }
        return switch (parts.length) {
            case 3 -> day(i, i + 1, first, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            case 2 ->
                year
                        ? Optional.of(month(i, i + 1, YearMonth.of(first, Integer.parseInt(parts[1]))))
                        : nearDay(i, i + 1, Month.of(first), Integer.parseInt(parts[1]));
            default -> year ? Optional.of(year(i, i + 1, first)) : dayAlone(i, i + 1, first);
        };
    }

    private Found year(int from, int to, int year) {
        return new Found(from, to, OccurredOn.year(Year.of(year)), true, anchor != null && year > anchor.getYear());
    }

    /** A day of no named month: the last such day on or before publication. */
    Optional<Found> dayAlone(int from, int to, int day) {
        if (anchor == null || day < 1 || day > 31) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(anchor);
        if (day > anchor.getDayOfMonth() + 1) {
            month = month.minusMonths(1);
        }
        return day > month.lengthOfMonth()
                ? Optional.empty()
                : Optional.of(new Found(from, to, OccurredOn.day(month.atDay(day)), false, false));
    }

    private Optional<Found> isoDate(int i) {
        if (!words.figure(i, 4, 4)
                || !words.is(i + 1, "-")
                || !words.figure(i + 2, 1, 2)
                || !words.is(i + 3, "-")
                || !words.figure(i + 4, 1, 2)) {
            return Optional.empty();
        }
        return day(i, i + 5, words.number(i), words.number(i + 2), words.number(i + 4));
    }

    private Optional<Found> monthFirst(int i, Month month) {
        int next = words.is(i + 1, ".") ? i + 2 : i + 1;
        if (words.dayAt(next)) {
            return dayAndYear(i, next + 1, month, words.digits(next));
        }
        int yearAt = words.is(next, ",") || words.is(next, "of") ? next + 1 : next;
        if (words.yearAt(yearAt)) {
            return Optional.of(month(i, yearAt + 1, YearMonth.of(words.number(yearAt), month)));
        }
        return ordinaryWord(i, month) ? Optional.empty() : nearMonth(i, next, month);
    }

    /** "May" and "March", and a month before a name as in "April Doe", are months only behind words that stand before months. */
    private boolean ordinaryWord(int i, Month month) {
        return (month == Month.MAY || month == Month.MARCH || words.capitalizedAt(i + 1))
                && !words.precededBy(
                        i, "in", "since", "last", "this", "until", "by", "of", "from", "early", "late", "mid", "-");
    }

    private Optional<Found> dayFirst(int i) {
        int at = words.is(i + 1, "of") || words.is(i + 1, ".") ? i + 2 : i + 1;
        if (!words.dayAt(i)) {
            return Optional.empty();
        }
        return words.month(at).flatMap(month -> {
            boolean parted = words.is(at + 1, ".") || words.is(at + 1, "of");
            int behind = parted && words.yearAt(at + 2) ? at + 2 : at + 1;
            return dayAndYear(i, behind, month, words.digits(i));
        });
    }

    /** A day with the year behind it, a comma between; else the nearest such day. */
    private Optional<Found> dayAndYear(int from, int behind, Month month, int day) {
        int yearAt = words.is(behind, ",") ? behind + 1 : behind;
        return words.yearAt(yearAt)
                ? day(from, yearAt + 1, words.number(yearAt), month.getValue(), day)
                : nearDay(from, behind, month, day);
    }

    /** A year alone, behind words that stand before years. */
    Optional<Found> year(int i) {
        boolean foreign = words.figure(i, 4, 4)
                && words.glossed()
                && anchor != null
                && Math.abs(anchor.getYear() - words.number(i)) < 30
                && !words.is(i + 1, "tokens")
                && !words.is(i + 1, "parameters")
                && !words.is(i + 1, "%");
        if (!foreign && !words.yearAt(i)
                || !foreign
                        && !words.precededBy(
                                i, "in", "since", "until", "during", "by", "early", "late", "mid", "from", "of", "to",
                                "(", "-")) {
            return Optional.empty();
        }
        OccurredOn year = OccurredOn.year(Year.of(words.number(i)));
        return Optional.of(new Found(i, i + 1, year, true, anchor != null && words.number(i) > anchor.getYear()));
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
            boolean toCome = ahead < -LONG_PAST && words.shortlyAfter(from, "will", "'ll");
            LocalDate date =
                    ahead > (words.glossed() ? SEASON : 200) && !words.shortlyAfter(from, "will", "would", "'ll")
                            ? same.minusYears(1)
                            : toCome || ahead < -250 ? same.plusYears(1) : same;
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
        boolean told = words.shortlyAfter(from, "will", "would", "'ll");
        boolean future = ahead
                && (told
                        || words.precededBy(from, "by", "until", "next", "coming")
                        || monthsAhead(same) <= 2 && words.precededBy(from, "in")
                        || words.glossed() && monthsAhead(same) <= MONTHS_AHEAD
                        || monthsAhead(same) <= 3
                                && words.precededBy(from, "of")
                                && words.shortlyAfter(from, "is", "are"));
        boolean toCome = monthsAhead(same) < -1 && words.shortlyAfter(from, "will", "'ll");
        boolean nextYear = toCome || monthsAhead(same) < -6 && told;
        YearMonth meant = nextYear ? same.plusYears(1) : ahead && !future ? same.minusYears(1) : same;
        return Optional.of(new Found(from, to, OccurredOn.month(meant), false, future || nextYear));
    }

    private long monthsAhead(YearMonth month) {
        return anchor == null ? 0 : ChronoUnit.MONTHS.between(YearMonth.from(anchor), month);
    }

    private Found month(int from, int to, YearMonth month) {
        return new Found(
                from, to, OccurredOn.month(month), true, anchor != null && month.isAfter(YearMonth.from(anchor)));
    }
}
