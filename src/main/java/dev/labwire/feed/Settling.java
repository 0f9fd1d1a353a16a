package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges finished polls: what they make of a feed, and when it is asked next. Knows no database. */
@Singleton
final class Settling {

    /** So many polls in a row have to be redirected to the same address for good before that is asked instead. */
    static final int CONFIRMED = 3;

    /** So many failures in a row at the address that redirects named, and the owner's is asked again. */
    private static final int MOST_FAILURES_ELSEWHERE = 3;

    private static final int MANY_ENTRIES = 10;
    private static final int FEW = 5;
    private static final int FORGET = 20;

    private final FeedSchedule schedule;

    Settling(FeedSchedule schedule) {
        this.schedule = schedule;
    }

    Settled settle(FinishedPoll finished, Instant now) {
        Poll poll = finished.poll();
        if (poll instanceof Poll.Read read) {
            return succeeded(finished, read.vouchers(), read, now);
        }
        if (poll instanceof Poll.Unchanged unchanged) {
            return succeeded(finished, unchanged.vouchers(), null, now);
        }
        if (poll instanceof Poll.Postponed postponed) {
            return postponed(finished, postponed, now);
        }
        return poll instanceof Poll.Gone gone
                ? gone(finished, gone, now)
                : failed(finished, (Poll.Failed) poll, null, now);
    }

    private Settled succeeded(FinishedPoll finished, Poll.Vouchers vouchers, Poll.@Nullable Read read, Instant now) {
        ClaimedFeed feed = finished.feed();
        PaceHints wished = read == null ? feed.wished() : read.wished();
        Pace pace = read == null || read.pace() == null ? feed.pace() : read.pace();
        Duration quiet = feed.lastNewAt() == null ? null : Duration.between(feed.lastNewAt(), now);
        Appointment next =
                schedule.afterSuccess(feed.interval(), pace, quiet, new Wishes(vouchers.fresh(), wished), now);
        Integer entries = read == null
                ? feed.entries()
                : (Integer) remembered(feed.entries(), read.entries().size());
        Move move = moved(feed, vouchers.permanent());
        boolean elsewhere = !Objects.equals(move.to(), feed.movedTo());
        return new Settled(
                finished,
                elsewhere ? null : vouchers.etag(),
                elsewhere ? null : vouchers.lastModified(),
                vouchers.bodyHash(),
                move.to(),
                move.candidate(),
                move.seen(),
                wished,
                pace,
                entries,
                0,
                null,
                alarm(next, feed, read),
                null,
                next,
                move.notes());
    }

    /** A feed that lost most of its entries is remembered as it was for a while, so that the alarm lasts. */
    private static int remembered(@Nullable Integer before, int now) {
        return before == null ? now : Math.max(now, before - Math.max(1, before / FORGET));
    }

    private static @Nullable String alarm(Appointment next, ClaimedFeed feed, Poll.@Nullable Read read) {
        if (read == null) {
            return next.alarm() == null ? ofDocument(feed.alarm()) : next.alarm();
        }
        if (feed.entries() == null) {
            return read.oddity() == null ? next.alarm() : read.oddity();
        }
        int before = feed.entries();
        int now = read.entries().size();
        if (now == 0 && before > 0) {
            return "it has no entries any more; it had " + before;
        }
        if (before >= MANY_ENTRIES && now * FEW <= before) {
            return "it has " + now + " entries only; it had " + before;
        }
        return read.oddity() == null ? next.alarm() : read.oddity();
    }

    /** What was odd about a document still is while it is unchanged; what was odd about an answer need not be. */
    private static @Nullable String ofDocument(@Nullable String alarm) {
        return alarm == null || alarm.startsWith(FeedSchedule.OF_PUBLISHER) ? null : alarm;
    }

    private record Move(@Nullable String to, @Nullable String candidate, int seen, Map<String, Object> notes) {}

    private static Move moved(ClaimedFeed feed, @Nullable String permanent) {
        if (permanent == null || permanent.equals(feed.address())) {
            return new Move(feed.movedTo(), null, 0, Map.of());
        }
        int seen = permanent.equals(feed.movingTo()) ? feed.movingSeen() + 1 : 1;
        if (seen < CONFIRMED) {
            return new Move(feed.movedTo(), permanent, seen, Map.of());
        }
        return new Move(permanent.equals(feed.url()) ? null : permanent, null, 0, note(feed.address(), permanent));
    }

    private static Map<String, Object> note(String from, String to) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", dev.labwire.text.SecretUrl.redacted(from));
        detail.put("to", dev.labwire.text.SecretUrl.redacted(to));
        return Map.of("feed.move", detail);
    }

    private Settled gone(FinishedPoll finished, Poll.Gone gone, Instant now) {
        ClaimedFeed feed = finished.feed();
        Poll.Failed failure = new Poll.Failed(gone.status(), 0, gone.reason(), null);
        return feed.movedTo() == null
                ? failed(finished, failure, gone.reason(), now)
                : failed(
                        new FinishedPoll(feed.at(null), finished.poll(), finished.startedAt(), finished.millis()),
                        failure,
                        null,
                        now);
    }

    private Settled failed(FinishedPoll finished, Poll.Failed failure, @Nullable String pauseReason, Instant now) {
        ClaimedFeed feed = finished.feed();
        int failures = feed.failures() + 1;
        boolean back = feed.movedTo() != null && failures >= MOST_FAILURES_ELSEWHERE;
        Map<String, Object> notes = new LinkedHashMap<>();
        if (back) {
            notes.putAll(note(feed.address(), feed.url()));
        }
        if (pauseReason != null) {
            notes.put("feed.pause", Map.of("paused", true, "reason", pauseReason));
        }
        Appointment next = schedule.afterFailure(feed.interval(), failures, failure.notBefore(), now);
        return new Settled(
                finished,
                back ? null : feed.etag(),
                back ? null : feed.lastModified(),
                feed.bodyHash(),
                back ? null : feed.movedTo(),
                null,
                0,
                feed.wished(),
                feed.pace(),
                feed.entries(),
                failures,
                failure.reason(),
                next.alarm(),
                pauseReason,
                next,
                notes);
    }

    private Settled postponed(FinishedPoll finished, Poll.Postponed postponed, Instant now) {
        ClaimedFeed feed = finished.feed();
        return new Settled(
                finished,
                feed.etag(),
                feed.lastModified(),
                feed.bodyHash(),
                feed.movedTo(),
                feed.movingTo(),
                feed.movingSeen(),
                feed.wished(),
                feed.pace(),
                feed.entries(),
                feed.failures(),
                postponed.reason(),
                null,
                null,
                schedule.soon(postponed.reason(), now),
                Map.of());
    }
}
