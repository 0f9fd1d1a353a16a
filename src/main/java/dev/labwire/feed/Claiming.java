package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import dev.labwire.feed.document.Selectors;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from a feed's row what its poll needs to know. */
@Singleton
final class Claiming {

    ClaimedFeed of(Feed feed) {
        return new ClaimedFeed(
                java.util.Objects.requireNonNull(feed.id),
                feed.version,
                feed.slug,
                feed.url,
                feed.host,
                feed.movedTo,
                feed.movingTo,
                feed.movingSeen,
                Selectors.fromJson(feed.selectors),
                feed.requestOptions,
                duration(feed.intervalSeconds),
                pace(feed),
                new PaceHints(
                        duration(feed.wishedSeconds),
                        parts(feed.skipHours, Integer::valueOf),
                        parts(feed.skipDays, DayOfWeek::valueOf)),
                feed.lastNewAt,
                feed.lastEntries,
                feed.consecutiveFailures,
                feed.alarm,
                feed.etag,
                feed.lastModified,
                feed.bodyHash,
                feed.nextPollAt);
    }

    private static @Nullable Pace pace(Feed feed) {
        return feed.gapSeconds == null || feed.windowSeconds == null
                ? null
                : new Pace(Duration.ofSeconds(feed.gapSeconds), Duration.ofSeconds(feed.windowSeconds));
    }

    static @Nullable Duration duration(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static <T> Set<T> parts(String text, Function<String, T> reading) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(reading).collect(Collectors.toUnmodifiableSet());
    }
}
