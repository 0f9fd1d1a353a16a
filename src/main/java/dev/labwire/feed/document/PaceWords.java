package dev.labwire.feed.document;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words in which feeds say how often they change. */
final class PaceWords {

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private PaceWords() {}

    /** How long between two updates when there are so many in a period; null where the words mean nothing. */
    static @Nullable Duration period(@Nullable String period, String frequency) {
        Duration whole = period == null ? null : PERIODS.get(period.strip().toLowerCase(Locale.ROOT));
        String times = frequency.strip();
        if (whole == null || !times.matches("\\d{1,6}")) {
            return whole;
        }
        return whole.dividedBy(Math.max(1, Long.parseLong(times)));
    }

    static Optional<DayOfWeek> day(String name) {
        String day = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(known -> known.name().equals(day))
                .findFirst();
    }
}
