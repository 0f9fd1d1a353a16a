package dev.labwire.extraction.language;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.language.DateFinder.Found;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that the day of publication alone gives a meaning: "Tuesday", "yesterday", "last month", "two weeks ago". */
final class RelativeDates {

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

    private final DateWords words;
    private final LocalDate anchor;

    RelativeDates(DateWords words, LocalDate anchor) {
        this.words = words;
        this.anchor = anchor;
    }

    /** The date that starts at a token. */
    Optional<Found> at(int i) {
        return weekday(i).or(() -> day(i)).or(() -> period(i)).or(() -> ago(i));
    }

    private Optional<Found> weekday(int i) {
        DayOfWeek day = DAYS.get(words.norm(i));
        if (day == null || !words.capitalized(i)) {
            return Optional.empty();
        }
        boolean bracketed = words.is(i + 1, "(") && words.figure(i + 2, 1, 2) && words.is(i + 3, ")");
        if (bracketed) {
            return new CalendarDates(words, anchor).dayAlone(i, i + 4, words.number(i + 2));
        }
        boolean next = words.precededBy(i, "next", "coming");
        LocalDate date = anchor.with(next ? TemporalAdjusters.next(day) : TemporalAdjusters.previousOrSame(day));
        return Optional.of(found(i, 1, OccurredOn.day(date), next));
    }

    private Optional<Found> day(int i) {
        return switch (words.norm(i)) {
            case "today", "tonight" -> Optional.of(found(i, 1, OccurredOn.day(anchor), false));
            case "yesterday" -> Optional.of(found(i, 1, OccurredOn.day(anchor.minusDays(1)), false));
            case "day-before-yesterday" -> Optional.of(found(i, 1, OccurredOn.day(anchor.minusDays(2)), false));
            case "this-week" -> Optional.of(found(i, 1, week(0), false));
            case "last-week" -> Optional.of(found(i, 1, week(-1), false));
            case "next-week" -> Optional.of(found(i, 1, week(1), true));
            case "this-month" -> Optional.of(found(i, 1, OccurredOn.month(YearMonth.from(anchor)), false));
            case "last-month" ->
                Optional.of(found(i, 1, OccurredOn.month(YearMonth.from(anchor).minusMonths(1)), false));
            case "next-month" ->
                Optional.of(found(i, 1, OccurredOn.month(YearMonth.from(anchor).plusMonths(1)), true));
            case "this-year" -> Optional.of(found(i, 1, year(0), false));
            case "last-year" -> Optional.of(found(i, 1, year(-1), false));
            case "next-year" -> Optional.of(found(i, 1, year(1), true));
            case "tomorrow" -> Optional.of(found(i, 1, OccurredOn.day(anchor.plusDays(1)), true));
            default -> Optional.empty();
        };
    }

    private Optional<Found> period(int i) {
        return switch (words.norm(i)) {
            case "last", "past", "previous" -> period(i, -1);
            case "this" -> period(i, 0);
            case "next", "coming" -> period(i, 1);
            default -> Optional.empty();
        };
    }

    /** A week, month, year or season, that of publication or so many further. */
    private Optional<Found> period(int i, int steps) {
        boolean next = steps > 0;
        return switch (words.norm(i + 1)) {
            case "week", "weekend" -> Optional.of(found(i, 2, week(steps), next));
            case "month" ->
                Optional.of(found(i, 2, OccurredOn.month(YearMonth.from(anchor).plusMonths(steps)), next));
            case "year" -> Optional.of(found(i, 2, year(steps), next));
            default -> season(i, steps < 0);
        };
    }

    private @Nullable OccurredOn week(int steps) {
        if (steps > 0) {
            return null;
        }
        return OccurredOn.by(steps < 0 ? anchor.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)) : anchor);
    }

    private OccurredOn year(int steps) {
        return OccurredOn.year(Year.of(anchor.getYear() + steps));
    }

    private Optional<Found> season(int i, boolean last) {
        Integer endMonth = SEASONS.get(words.norm(i + 1));
        if (endMonth == null) {
            return Optional.empty();
        }
        boolean yearBefore = last && anchor.getMonthValue() <= endMonth;
        boolean next = words.is(i, "next") || words.is(i, "coming");
        return Optional.of(found(i, 2, next ? null : year(yearBefore ? -1 : 0), next));
    }

    private Optional<Found> ago(int i) {
        int amount = NUMBERS.getOrDefault(words.norm(i), words.figure(i, 1, 2) ? words.number(i) : 0);
        String unit = words.norm(i + 1);
        boolean past = words.is(i + 2, "ago") || words.is(i + 2, "earlier");
        return amount > 0 && UNITS.contains(unit) && past
                ? Optional.of(found(i, 3, ago(amount, unit), false))
                : Optional.empty();
    }

    private OccurredOn ago(int amount, String unit) {
        return switch (unit) {
            case "day", "days" -> OccurredOn.day(anchor.minusDays(amount));
            case "week", "weeks" -> OccurredOn.by(anchor.minusWeeks(amount));
            case "month", "months" -> OccurredOn.month(YearMonth.from(anchor).minusMonths(amount));
            case "year", "years" -> year(-amount);
            default -> year(-10 * amount);
        };
    }

    private static Found found(int from, int length, @Nullable OccurredOn on, boolean future) {
        return new Found(from, from + length, on, false, future);
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), day);
        }
        return Map.copyOf(days);
    }
}
