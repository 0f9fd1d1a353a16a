package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import dev.labwire.job.Backoff;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says when a feed is polled again. What its owner set, or else its own pace, is how often it would be asked; what its
 * publisher wishes is the least time in between. Every wait has a little chance in it, so that feeds drift apart.
 */
@Singleton
final class FeedSchedule {

    static final Duration WHEN_BUSY = Duration.ofMinutes(1);
    static final Duration LONGEST_HINT = Duration.ofDays(2);
    static final Duration LONGEST_WISH = Duration.ofDays(14);
    /** How alarms over what a publisher wishes begin. */
    static final String OF_PUBLISHER = "the publisher";

    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
    private static final Duration LONGEST_RETRY = Duration.ofHours(12);
    private static final double JITTER = 0.05;
    private static final int HOURS_OF_WEEK = 7 * 24;
    private static final int QUICKER = 3;
    private static final int SLOWER = 4;

    private final RandomGenerator chance;
    private final Duration usual;

    @Inject
    FeedSchedule(RandomGenerator chance, FeedConfig config) {
        this(chance, config.poll().defaultInterval());
    }

    FeedSchedule(RandomGenerator chance, Duration usual) {
        this.chance = chance;
        this.usual = usual;
    }

    /**
     * After a poll that went well.
     *
     * @param set what the owner set; null where the feed's own pace decides
     * @param quiet how long the feed has brought nothing new
     */
    Appointment afterSuccess(
            @Nullable Duration set, @Nullable Pace pace, @Nullable Duration quiet, Wishes wishes, Instant now) {
        Duration wanted = set == null ? ofPace(pace, quiet) : set;
        String reason = set == null ? reason(pace, wanted) : "every " + Durations.words(set) + ", as set";
        Duration wish = longer(wishes.fresh(), wishes.pace().every());
        String alarm = null;
        if (wish != null && wish.compareTo(LONGEST_HINT) > 0) {
            alarm = OF_PUBLISHER + " asks to be read every " + Durations.words(wish) + " only; asked every "
                    + Durations.words(LONGEST_HINT) + " all the same";
            wish = LONGEST_HINT;
        }
        if (wish != null && wish.compareTo(wanted) > 0) {
            wanted = wish;
            reason = "the publisher asks for " + Durations.words(wish) + " between two polls";
        }
        Instant at = now.plus(jittered(wanted));
        Instant allowed = allowed(at, wishes.pace());
        if (allowed == null) {
            alarm = OF_PUBLISHER + " asks not to be read at any hour; passed over";
            allowed = at;
        } else if (allowed.isAfter(at)) {
            reason = "the publisher asks not to be read at the hours or days before";
        }
        return new Appointment(allowed, reason, alarm);
    }

    /** Half the time between two entries, soon enough to miss none, and not more than so much from the usual. */
    private Duration ofPace(@Nullable Pace pace, @Nullable Duration quiet) {
        if (pace == null) {
            return usual;
        }
        Duration gap = quiet != null && quiet.dividedBy(2).compareTo(pace.gap()) > 0 ? quiet.dividedBy(2) : pace.gap();
        Duration half = shorter(gap.dividedBy(2), pace.window().dividedBy(2));
        Duration least = usual.dividedBy(QUICKER);
        Duration most = usual.multipliedBy(SLOWER);
        return half.compareTo(least) < 0 ? least : shorter(half, most);
    }

    private String reason(@Nullable Pace pace, Duration wanted) {
        return pace == null
                ? "every " + Durations.words(wanted) + ", the default"
                : "every " + Durations.words(wanted) + ": it brings something every " + Durations.words(pace.gap())
                        + " or so";
    }

    /**
     * After so many failures in a row, the last included; never sooner than the publisher wishes.
     *
     * @param notBefore how long the publisher asks to be left alone; null where it does not
     */
    Appointment afterFailure(@Nullable Duration set, int failures, @Nullable Duration notBefore, Instant now) {
        Duration interval = set == null ? usual : set;
        Duration first = interval.compareTo(FIRST_RETRY) < 0 ? interval : FIRST_RETRY;
        Duration wait = new Backoff(first, LONGEST_RETRY).after(failures, chance);
        if (notBefore == null || notBefore.compareTo(wait) <= 0) {
            return new Appointment(
                    now.plus(wait),
                    failures == 1 ? "tried again after a failure" : failures + " failures in a row",
                    null);
        }
        boolean absurd = notBefore.compareTo(LONGEST_WISH) > 0;
        Duration kept = absurd ? LONGEST_WISH : notBefore;
        return new Appointment(
                now.plus(kept).plus(spread(kept)),
                "the publisher asks to be left alone for " + Durations.words(kept),
                absurd
                        ? OF_PUBLISHER + " asks to be left alone for " + Durations.words(notBefore)
                                + "; asked again after " + Durations.words(LONGEST_WISH) + " all the same"
                        : null);
    }

    /** After nothing could be asked for a reason of our own. */
    Appointment soon(String reason, Instant now) {
        return new Appointment(now.plus(jittered(WHEN_BUSY)), reason, null);
    }

    private Duration jittered(Duration wait) {
        return wait.plus(spread(wait));
    }

    /** Up to a twentieth more: a publisher's least is never undercut. */
    private Duration spread(Duration wait) {
        return Duration.ofMillis((long) (wait.toMillis() * JITTER * chance.nextDouble()));
    }

    /** The first hour from then on in which the publisher does not mind; null where there is none. */
    private static @Nullable Instant allowed(Instant at, PaceHints pace) {
        ZonedDateTime hour = at.atZone(ZoneOffset.UTC);
        for (int tried = 0; tried <= HOURS_OF_WEEK; tried++) {
            if (!pace.skipHours().contains(hour.getHour()) && !pace.skipDays().contains(hour.getDayOfWeek())) {
                return tried == 0 ? at : hour.toInstant();
            }
            hour = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return null;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
