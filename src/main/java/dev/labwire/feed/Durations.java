package dev.labwire.feed;

import java.time.Duration;

/** Lengths of time in words. */
final class Durations {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /** In the unit that fits, such as "45 minutes" or "3 days". */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 2 * DAY) {
            return count(seconds, DAY, "day");
        }
        if (seconds >= 2 * HOUR) {
            return count(seconds, HOUR, "hour");
        }
        return seconds >= 2 * MINUTE ? count(seconds, MINUTE, "minute") : count(seconds, 1, "second");
    }

    private static String count(long seconds, long unit, String name) {
        long count = Math.round((double) seconds / unit);
        return count + " " + name + (count == 1 ? "" : "s");
    }
}
