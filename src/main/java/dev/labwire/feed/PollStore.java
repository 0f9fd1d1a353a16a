package dev.labwire.feed;

import dev.labwire.feed.document.Selectors;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.SecretUrl;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims feeds, and commits what came of a poll: entries, validators, next poll and log row together or not at all. */
@Singleton
class PollStore {

    static final Duration LEASE = Duration.ofMinutes(5);

    private final FeedRepository feeds;
    private final ItemStore items;
    private final FetchRepository fetches;
    private final FeedSchedule schedule;
    private final FeedConfig config;
    private final InstantSource clock;

    PollStore(
            FeedRepository feeds,
            ItemStore items,
            FetchRepository fetches,
            FeedSchedule schedule,
            FeedConfig config,
            InstantSource clock) {
        this.feeds = feeds;
        this.items = items;
        this.fetches = fetches;
        this.schedule = schedule;
        this.config = config;
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

        long forget(Instant before) {
            return delete("fetchedAt < ?1", before);
        }
    }

    @WriteTransaction
    List<ClaimedFeed> claimDue(int max) {
        Instant now = clock.instant();
        List<ClaimedFeed> claimed = new ArrayList<>();
        for (Feed feed : feeds.due(now, max)) {
            lease(feed, now).ifPresent(claimed::add);
        }
        return claimed;
    }

    @WriteTransaction
    Optional<ClaimedFeed> claim(String slug) {
        return feeds.bySlug(slug).flatMap(feed -> lease(feed, clock.instant()));
    }

    private Optional<ClaimedFeed> lease(Feed feed, Instant now) {
        Instant until = now.plus(LEASE);
        return feeds.lease(feed.id, now, until) ? Optional.of(claimed(feed, until)) : Optional.empty();
    }

    private ClaimedFeed claimed(Feed feed, Instant until) {
        return new ClaimedFeed(
                feed.id,
                feed.slug,
                feed.url,
                feed.movedTo,
                Selectors.fromJson(feed.selectors),
                feed.interval(config.poll().defaultInterval()),
                feed.etag,
                feed.lastModified,
                feed.bodyHash,
                until);
    }

    /** There is one process, so that a lease found at its start belongs to a killed one. */
    @WriteTransaction
    int releaseAll() {
        return feeds.update("leasedUntil = null where leasedUntil is not null");
    }

    /** Puts the claim back as it was, for a process that stops. */
    @WriteTransaction
    void release(ClaimedFeed claim) {
        feeds.update("leasedUntil = null where id = ?1 and leasedUntil = ?2", claim.id(), claim.leasedUntil());
    }

    @WriteTransaction
    int forgetFetches(Duration age) {
        return (int) fetches.forget(clock.instant().minus(age));
    }

    /** Empty when the claim was lost meanwhile: then the poll counts for nothing. */
    @WriteTransaction
    Optional<FetchResult> commit(ClaimedFeed claim, Poll poll, long millis) {
        Instant now = clock.instant();
        if (!stillHolds(claim)) {
            return Optional.empty();
        }
        ItemStore.Merged merged = poll instanceof Poll.Read read
                ? items.merge(claim.id(), read.entries(), now)
                : new ItemStore.Merged(0, 0);
        Feed feed = feeds.findById(claim.id());
        String error = conclude(feed, claim, poll, now);
        return Optional.of(log(feed, poll.status(), merged, millis, error, now));
    }

    private boolean stillHolds(ClaimedFeed claim) {
        return feeds.count("id = ?1 and leasedUntil = ?2 and url = ?3", claim.id(), claim.leasedUntil(), claim.url())
                == 1;
    }

    private @Nullable String conclude(Feed feed, ClaimedFeed claim, Poll poll, Instant now) {
        feed.leasedUntil = null;
        if (poll instanceof Poll.Postponed postponed) {
            feed.nextPollAt = now.plus(FeedSchedule.WHEN_BUSY);
            return postponed.reason();
        }
        feed.lastPolledAt = now;
        feed.lastStatus = poll.status();
        if (poll instanceof Poll.Read read) {
            return succeeded(feed, claim, read.vouchers(), now);
        }
        if (poll instanceof Poll.Unchanged unchanged) {
            return succeeded(feed, claim, unchanged.vouchers(), now);
        }
        return poll instanceof Poll.Gone gone
                ? gone(feed, claim, gone, now)
                : failed(feed, claim, (Poll.Failed) poll, now);
    }

    private @Nullable String succeeded(Feed feed, ClaimedFeed claim, Poll.Vouchers vouchers, Instant now) {
        feed.etag = vouchers.etag();
        feed.lastModified = vouchers.lastModified();
        feed.bodyHash = vouchers.bodyHash();
        feed.movedTo = vouchers.movedTo();
        feed.consecutiveFailures = 0;
        feed.lastError = null;
        feed.nextPollAt = now.plus(claim.interval());
        return null;
    }

    private String gone(Feed feed, ClaimedFeed claim, Poll.Gone gone, Instant now) {
        if (claim.movedTo() == null) {
            feed.paused = true;
        }
        return failed(feed, claim, new Poll.Failed(gone.status(), gone.reason(), null), now);
    }

    private String failed(Feed feed, ClaimedFeed claim, Poll.Failed failure, Instant now) {
        // The address that a redirect named may be the wrong one; the owner's address has the next word.
        feed.movedTo = null;
        feed.consecutiveFailures++;
        String reason = shortened(failure.reason());
        feed.lastError = reason;
        feed.nextPollAt =
                now.plus(schedule.afterFailure(claim.interval(), feed.consecutiveFailures, failure.notBefore()));
        return reason;
    }

    private static String shortened(String reason) {
        String shown = SecretUrl.redactedIn(reason);
        return shown.length() <= 1000 ? shown : shown.substring(0, 1000);
    }

    private FetchResult log(
            Feed feed,
            @Nullable Integer status,
            ItemStore.Merged merged,
            long millis,
            @Nullable String error,
            Instant now) {
        Fetch fetch = new Fetch();
        fetch.feedId = feed.id;
        fetch.fetchedAt = now;
        fetch.status = status;
        fetch.newItems = merged.added();
        fetch.changedItems = merged.changed();
        fetch.millis = millis;
        fetch.error = error;
        fetches.persist(fetch);
        return FetchResult.of(fetch);
    }
}
