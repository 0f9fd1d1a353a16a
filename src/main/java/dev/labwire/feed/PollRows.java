package dev.labwire.feed;

import dev.labwire.storage.RowBatches;
import dev.labwire.text.SecretUrl;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of feeds and of the poll log that every poll writes: many at once, as batches of JDBC, since with thousands of
 * feeds nothing is written more often. Takes part in its caller's transaction.
 */
@Singleton
final class PollRows {

    private static final int LONGEST_REASON = 1000;

    private static final String POLLED = "update feed set etag = ?, last_modified = ?, body_hash = ?, moved_to = ?,"
            + " moving_to = ?, moving_seen = ?, host = ?, wished_seconds = ?, skip_hours = ?, skip_days = ?,"
            + " gap_seconds = ?, window_seconds = ?, last_entries = ?, consecutive_failures = ?, last_error = ?,"
            + " alarm = ?, paused = paused or ?, pause_reason = coalesce(?, pause_reason), last_status = ?,"
            + " last_polled_at = ?, next_poll_at = ?, next_poll_reason = ? where id = ? and version = ?";
    private static final String POSTPONED =
            "update feed set next_poll_at = ?, next_poll_reason = ? where id = ? and version = ?";
    private static final String LOG = "insert into feed_fetch (feed_id, fetched_at, status, outcome, new_items,"
            + " changed_items, bytes, millis, late_millis, error) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final RowBatches batches;

    PollRows(RowBatches batches) {
        this.batches = batches;
    }

    /** Brings the rows of feeds up to date; whether each was still as it was when its poll began. */
    boolean[] update(List<Settled> polls) {
        boolean[] held = new boolean[polls.size()];
        for (boolean postponed : new boolean[] {false, true}) {
            int[] places = java.util.stream.IntStream.range(0, polls.size())
                    .filter(i -> polls.get(i).finished().poll() instanceof Poll.Postponed == postponed)
                    .toArray();
            int[] counts = batches.write(postponed ? POSTPONED : POLLED, statement -> {
                for (int place : places) {
                    if (postponed) {
                        postponed(statement, polls.get(place));
                    } else {
                        polled(statement, polls.get(place));
                    }
                    statement.addBatch();
                }
            });
            for (int i = 0; i < places.length; i++) {
                held[places[i]] = counts[i] == 1;
            }
        }
        return held;
    }

    private static void postponed(PreparedStatement row, Settled settled) throws SQLException {
        row.setObject(1, utc(settled.next().at()));
        row.setString(2, shortened(settled.next().reason(), 300));
        row.setLong(3, settled.feed().id());
        row.setInt(4, settled.feed().version());
    }

    private static void polled(PreparedStatement row, Settled settled) throws SQLException {
        Pace pace = settled.pace();
        int at = 0;
        row.setString(++at, settled.etag());
        row.setString(++at, settled.lastModified());
        row.setString(++at, settled.bodyHash());
        row.setString(++at, settled.movedTo());
        row.setString(++at, settled.movingTo());
        row.setInt(++at, settled.movingSeen());
        row.setString(++at, Hosts.of(settled.address()));
        row.setObject(++at, seconds(settled.wished().every()));
        row.setString(++at, joined(settled.wished().skipHours()));
        row.setString(++at, joined(settled.wished().skipDays()));
        row.setObject(++at, pace == null ? null : seconds(pace.gap()));
        row.setObject(++at, pace == null ? null : seconds(pace.window()));
        row.setObject(++at, settled.entries());
        row.setInt(++at, settled.failures());
        row.setString(++at, shortened(settled.error(), LONGEST_REASON));
        row.setString(++at, shortened(settled.alarm(), 500));
        row.setBoolean(++at, settled.pauseReason() != null);
        row.setString(++at, shortened(settled.pauseReason(), 300));
        row.setObject(++at, settled.finished().poll().status());
        row.setObject(++at, utc(settled.finished().startedAt()));
        row.setObject(++at, utc(settled.next().at()));
        row.setString(++at, shortened(settled.next().reason(), 300));
        row.setLong(++at, settled.feed().id());
        row.setInt(++at, settled.feed().version());
    }

    /** Adds rows to the log of polls. */
    void log(List<Fetch> fetches) {
        batches.write(LOG, row -> {
            for (Fetch fetch : fetches) {
                row.setLong(1, fetch.feedId);
                row.setObject(2, utc(fetch.fetchedAt));
                row.setObject(3, fetch.status);
                row.setString(4, fetch.outcome);
                row.setInt(5, fetch.newItems);
                row.setInt(6, fetch.changedItems);
                row.setLong(7, fetch.bytes);
                row.setLong(8, fetch.millis);
                row.setLong(9, fetch.lateMillis);
                row.setString(10, shortened(fetch.error, LONGEST_REASON));
                row.addBatch();
            }
        });
    }

    /** Notes that a feed brought something new. */
    void noteNew(Collection<Long> feedIds, Instant now) {
        batches.write("update feed set last_new_at = ? where id = ?", row -> {
            for (long feedId : feedIds) {
                row.setObject(1, utc(now));
                row.setLong(2, feedId);
                row.addBatch();
            }
        });
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static String joined(Collection<?> parts) {
        return parts.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    private static java.time.OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String shown = SecretUrl.redactedIn(text);
        return shown.length() <= longest ? shown : shown.substring(0, longest);
    }
}
