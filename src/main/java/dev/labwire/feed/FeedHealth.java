package dev.labwire.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a feed does, from the log of its polls, which reaches back 30 days.
 *
 * @param polls how many there were
 * @param statuses how many polls got each status; {@code none} where there was no answer
 * @param outcomes how many polls had each outcome
 * @param bytes that its answers had in all, decoded
 * @param unchangedShare 0 to 1: how many of the polls that went well found nothing new to read
 * @param averageMillis how long a poll takes
 * @param averageLateMillis how long after its time a poll begins
 * @param rhythm the median time between two entries (ISO 8601); null where that is not known
 * @param lastNewAt when it last brought something new
 * @param quietFor how long ago that is (ISO 8601)
 * @param quietTimes how many times its rhythm that is
 * @param newPerDay over the days shown
 * @param warnings what a person should look at
 * @param days the newest first
 */
@Schema(name = "FeedHealth")
record FeedHealth(
        long polls,
        Map<String, Long> statuses,
        Map<String, Long> outcomes,
        long bytes,
        @Nullable Double unchangedShare,
        long averageMillis,
        long averageLateMillis,
        @Nullable String rhythm,
        @Nullable Instant lastNewAt,
        @Nullable String quietFor,
        @Nullable Double quietTimes,
        double newPerDay,
        List<String> warnings,
        List<Day> days) {

    private static final int QUIET_TIMES = 5;
    private static final Duration LEAST_QUIET = Duration.ofDays(2);
    private static final Duration LONG_UNCHANGED = Duration.ofDays(30);

    /**
     * One day, in UTC.
     *
     * @param failed polls that went wrong
     * @param newItems entries not known before
     */
    @Schema(name = "FeedDay")
    public record Day(LocalDate day, long polls, long unchanged, long failed, long newItems, long bytes) {}

    /** A sum over polls of one day with one status and outcome. */
    record Part(
            LocalDate day,
            @Nullable Integer status,
            String outcome,
            long polls,
            long newItems,
            long bytes,
            long millis,
            long lateMillis) {}

    FeedHealth {
        statuses = Map.copyOf(statuses);
        outcomes = Map.copyOf(outcomes);
        warnings = List.copyOf(warnings);
        days = List.copyOf(days);
    }

    /** For pages: the share in percent. */
    @JsonIgnore
    public long unchangedPercent() {
        return unchangedShare == null ? 0 : Math.round(100 * unchangedShare);
    }

    /** For pages: the rhythm in words; null where it is not known. */
    @JsonIgnore
    public @Nullable String rhythmWords() {
        return rhythm == null ? null : Durations.words(Duration.parse(rhythm));
    }

    /** For pages: how long it has been quiet, in words; null where that is not known. */
    @JsonIgnore
    public @Nullable String quietWords() {
        return quietFor == null ? null : Durations.words(Duration.parse(quietFor));
    }

    static FeedHealth of(Feed feed, List<Part> parts, Instant now) {
        long polls = parts.stream().mapToLong(Part::polls).sum();
        Map<String, Long> statuses = new TreeMap<>();
        Map<String, Long> outcomes = new TreeMap<>();
        for (Part part : parts) {
            statuses.merge(part.status() == null ? "none" : part.status().toString(), part.polls(), Long::sum);
            outcomes.merge(part.outcome(), part.polls(), Long::sum);
        }
        long unchanged = outcomes.getOrDefault("unchanged", 0L);
        long well = unchanged + outcomes.getOrDefault("read", 0L);
        List<Day> days = days(parts);
        Duration quiet = feed.lastNewAt == null ? null : Duration.between(feed.lastNewAt, now);
        Double times = times(feed, quiet);
        return new FeedHealth(
                polls,
                statuses,
                outcomes,
                parts.stream().mapToLong(Part::bytes).sum(),
                well == 0 ? null : (Double) ((double) unchanged / well),
                polls == 0 ? 0 : parts.stream().mapToLong(Part::millis).sum() / polls,
                polls == 0 ? 0 : parts.stream().mapToLong(Part::lateMillis).sum() / polls,
                feed.gapSeconds == null
                        ? null
                        : Duration.ofSeconds(feed.gapSeconds).toString(),
                feed.lastNewAt,
                quiet == null ? null : Duration.ofSeconds(quiet.toSeconds()).toString(),
                times,
                days.isEmpty()
                        ? 0
                        : (double) days.stream().mapToLong(Day::newItems).sum() / days.size(),
                warnings(feed, quiet, times),
                days);
    }

    private static @Nullable Double times(Feed feed, @Nullable Duration quiet) {
        return quiet == null || feed.gapSeconds == null || feed.gapSeconds == 0
                ? null
                : (Double) (Math.round(10.0 * quiet.toSeconds() / feed.gapSeconds) / 10.0);
    }

    private static List<Day> days(List<Part> parts) {
        Map<LocalDate, Day> days = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (Part part : parts) {
            long unchanged = part.outcome().equals("unchanged") ? part.polls() : 0;
            long failed = part.outcome().equals("failed") || part.outcome().equals("gone") ? part.polls() : 0;
            days.merge(
                    part.day(),
                    new Day(part.day(), part.polls(), unchanged, failed, part.newItems(), part.bytes()),
                    (one, other) -> new Day(
                            one.day(),
                            one.polls() + other.polls(),
                            one.unchanged() + other.unchanged(),
                            one.failed() + other.failed(),
                            one.newItems() + other.newItems(),
                            one.bytes() + other.bytes()));
        }
        return List.copyOf(days.values());
    }

    private static List<String> warnings(Feed feed, @Nullable Duration quiet, @Nullable Double times) {
        List<String> warnings = new ArrayList<>();
        if (feed.consecutiveFailures > 0) {
            warnings.add("failed " + feed.consecutiveFailures + " times in a row: "
                    + Objects.requireNonNullElse(feed.lastError, "unknown"));
        }
        if (feed.alarm != null) {
            warnings.add(feed.alarm);
        }
        String silence = silence(feed, quiet, times);
        if (silence != null) {
            warnings.add(silence);
        }
        return warnings;
    }

    /** What is odd about how long it has been quiet; null where nothing is. */
    static @Nullable String silence(Feed feed, Instant now) {
        Duration quiet = feed.lastNewAt == null ? null : Duration.between(feed.lastNewAt, now);
        return silence(feed, quiet, times(feed, quiet));
    }

    private static @Nullable String silence(Feed feed, @Nullable Duration quiet, @Nullable Double times) {
        if (quiet == null || feed.consecutiveFailures > 0 || feed.lastPolledAt == null) {
            return null;
        }
        if (times != null && times >= QUIET_TIMES && quiet.compareTo(LEAST_QUIET) >= 0) {
            return "answers, but has been quiet for " + Durations.words(quiet) + ", " + Math.round(times)
                    + " times its rhythm of "
                    + Durations.words(Duration.ofSeconds(Objects.requireNonNull(feed.gapSeconds)));
        }
        return feed.gapSeconds == null && quiet.compareTo(LONG_UNCHANGED) >= 0
                ? "answers, but has brought nothing new for " + Durations.words(quiet)
                : null;
    }
}
