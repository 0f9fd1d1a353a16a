package dev.labwire.feed.document;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of how often it is worth reading: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0,
 * {@code sy:updatePeriod} and {@code sy:updateFrequency} of the syndication module.
 *
 * @param every the longest of the periods that it names; null where it names none
 * @param skipHours hours of the day, in UTC, in which it asks not to be read
 * @param skipDays days of the week, in UTC, on which it asks not to be read
 */
public record PaceHints(@Nullable Duration every, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    /** Nothing is said. */
    public static final PaceHints NONE = new PaceHints(null, Set.of(), Set.of());

    public PaceHints {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
