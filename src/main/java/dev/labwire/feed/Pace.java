package dev.labwire.feed;

import dev.labwire.feed.document.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed brings something, as its entries are dated.
 *
 * @param gap the median time between two entries, of the newest ones; grows while a feed stays silent for longer
 * @param window from the oldest entry of the document to its newest
 */
record Pace(Duration gap, Duration window) {

    private static final int LEAST_DATES = 3;
    private static final int NEWEST = 21;

    /** Null where too few entries have a date of their own. */
    static @Nullable Pace of(Collection<Entry> entries, Instant now) {
        List<Instant> dates = entries.stream()
                .map(Entry::publishedAt)
                .filter(Objects::nonNull)
                .filter(date -> !date.isAfter(now))
                .distinct()
                .sorted(Collections.reverseOrder())
                .toList();
        if (dates.size() < LEAST_DATES) {
            return null;
        }
        List<Instant> newest = dates.subList(0, Math.min(NEWEST, dates.size()));
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newest.size(); i++) {
            gaps.add(Duration.between(newest.get(i), newest.get(i - 1)));
        }
        Collections.sort(gaps);
        return new Pace(gaps.get(gaps.size() / 2), Duration.between(dates.get(dates.size() - 1), dates.get(0)));
    }
}
