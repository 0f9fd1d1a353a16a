package dev.labwire.feed;

import dev.labwire.access.AuditTrail;
import dev.labwire.feed.FeedRepository.Place;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.SecretUrl;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Claims feeds, and commits what came of polls: entries, validators, next poll and log row together or not at all. */
@Singleton
class PollStore {

    private static final Duration BEGIN_ANEW = Duration.ofSeconds(5);

    private final FeedRepository feeds;
    private final ItemStore items;
    private final PollRows rows;
    private final FetchRepository fetches;
    private final PollClaims claims;
    private final Settling settling;
    private final Claiming claiming;
    private final AuditTrail audit;
    private final InstantSource clock;
    private Place place = Place.START;
    private long beginAnew;

    PollStore(
            FeedRepository feeds,
            ItemStore items,
            PollRows rows,
            FetchRepository fetches,
            PollClaims claims,
            Settling settling,
            Claiming claiming,
            AuditTrail audit,
            InstantSource clock) {
        this.feeds = feeds;
        this.items = items;
        this.rows = rows;
        this.fetches = fetches;
        this.claims = claims;
        this.settling = settling;
        this.claiming = claiming;
        this.audit = audit;
        this.clock = clock;
    }

    /** The log of polls. */
    @Singleton
    static final class FetchRepository implements PanacheRepository<Fetch> {

        List<Fetch> latest(long feedId, int max) {
            return find("feedId = ?1 order by fetchedAt desc, id desc", feedId)
                    .page(0, max)
                    .list();
        }

        /** Sums over the polls of a feed, day by day in UTC. */
        List<FeedHealth.Part> parts(long feedId) {
            List<?> rows = getEntityManager()
                    .createNativeQuery(
                            "select cast(fetched_at at time zone 'UTC' as date) as polled_on, status, outcome, count(*),"
                                    + " sum(new_items), sum(bytes), sum(millis), sum(late_millis) from feed_fetch"
                                    + " where feed_id = :feed"
                                    + " group by cast(fetched_at at time zone 'UTC' as date), status, outcome")
                    .setParameter("feed", feedId)
                    .getResultList();
            return rows.stream().map(row -> part((Object[]) row)).toList();
        }

        private static FeedHealth.Part part(Object[] row) {
            LocalDate day = row[0] instanceof LocalDate date ? date : ((java.sql.Date) row[0]).toLocalDate();
            return new FeedHealth.Part(
                    day,
                    row[1] == null ? null : (Integer) ((Number) row[1]).intValue(),
                    (String) row[2],
                    number(row[3]),
                    number(row[4]),
                    number(row[5]),
                    number(row[6]),
                    number(row[7]));
        }

        private static long number(Object value) {
            return ((Number) value).longValue();
        }

        long forget(Instant before) {
            return delete("fetchedAt < ?1", before);
        }
    }

    /**
     * Claims feeds whose time has come, the longest overdue first, but none of these hosts. Goes on where the last call left
     * off, for what it left behind is claimed; begins anew when there is no more, and every few seconds, for some of that
     * was not claimed.
     */
    @Transactional
    synchronized List<ClaimedFeed> claimDue(int max, Collection<String> butOf) {
        List<ClaimedFeed> claimed = new ArrayList<>();
        Instant now = clock.instant();
        if (System.nanoTime() >= beginAnew) {
            place = Place.START;
            beginAnew = System.nanoTime() + BEGIN_ANEW.toNanos();
        }
        boolean atStart = place.equals(Place.START);
        List<Feed> due = max <= 0 ? List.of() : feeds.due(now, place, butOf, atStart ? max + claims.size() : max);
        for (Feed feed : due) {
            if (claimed.size() < max && claims.claim(feed.id)) {
                claimed.add(claimedFeed(feed));
                place = new Place(feed.nextPollAt, feed.id);
            }
        }
        if (claimed.isEmpty() && !atStart) {
            place = Place.START;
            beginAnew = 0;
            return claimDue(max, butOf);
        }
        return claimed;
    }

    /** What can't be read of a row must not keep its feed claimed. */
    private ClaimedFeed claimedFeed(Feed feed) {
        try {
            return claiming.of(feed);
        } catch (RuntimeException unreadable) {
            claims.release(feed.id);
            throw unreadable;
        }
    }

    /** Claims a feed at once; empty where it rests or is being polled. */
    @Transactional
    Optional<ClaimedFeed> claim(String slug) {
        return pollable(slug).filter(feed -> claims.claim(feed.id)).map(this::claimedFeed);
    }

    /** The id of a feed that may be polled; empty where it rests. */
    @Transactional
    Optional<Long> pollableId(String slug) {
        return pollable(slug).map(feed -> feed.id);
    }

    /** A feed that was claimed by its id, as it is now. */
    @Transactional
    Optional<ClaimedFeed> claimed(String slug) {
        return pollable(slug).map(claiming::of);
    }

    private Optional<Feed> pollable(String slug) {
        return feeds.bySlug(slug).filter(feed -> !feed.paused && feed.retiredAt == null);
    }

    /** Gives a claim up without a poll. */
    void release(ClaimedFeed claim) {
        claims.release(claim.id());
    }

    @WriteTransaction
    int forgetFetches(Duration age) {
        return (int) fetches.forget(clock.instant().minus(age));
    }

    /**
     * Stores polls, all or none of them, in their order.
     *
     * @return what was stored of each; empty for a feed that was changed or deleted while it was polled
     */
    @WriteTransaction
    List<Optional<FetchResult>> commit(List<FinishedPoll> polls) {
        Instant now = clock.instant();
        List<Settled> settled =
                polls.stream().map(poll -> settling.settle(poll, now)).toList();
        boolean[] held = rows.update(settled);
        List<Fetch> log = new ArrayList<>();
        List<Optional<FetchResult>> results = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                Fetch fetch = fetch(settled.get(i), now);
                log.add(fetch);
                results.add(Optional.of(FetchResult.of(fetch)));
            } else {
                results.add(Optional.empty());
            }
        }
        rows.log(log);
        rows.noteNew(
                log.stream()
                        .filter(fetch -> fetch.newItems > 0)
                        .map(fetch -> fetch.feedId)
                        .toList(),
                now);
        return results;
    }

    private Fetch fetch(Settled settled, Instant now) {
        FinishedPoll finished = settled.finished();
        Fetch fetch = new Fetch();
        if (finished.poll() instanceof Poll.Read read) {
            ItemStore.Merged merged = items.merge(finished.feed().id(), read.entries(), now);
            fetch.newItems = merged.added();
            fetch.changedItems = merged.changed();
        }
        settled.notes()
                .forEach((action, detail) -> audit.recordOf(
                        "poller", action, "feed:" + finished.feed().slug(), null, detail));
        fetch.feedId = finished.feed().id();
        fetch.fetchedAt = now;
        fetch.status = finished.poll().status();
        fetch.outcome = finished.poll().outcome();
        fetch.bytes = finished.poll().bytes();
        fetch.millis = finished.millis();
        fetch.lateMillis = finished.feed().dueAt().equals(Instant.EPOCH)
                ? 0
                : Math.max(
                        0,
                        Duration.between(finished.feed().dueAt(), finished.startedAt())
                                .toMillis());
        fetch.error = settled.error() == null ? null : SecretUrl.redactedIn(settled.error());
        return fetch;
    }
}
