package dev.labwire.feed;

import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an admin may see of the feeds and do to them. */
@Singleton
class FeedAdmin {

    private static final int FETCHES_SHOWN = 100;

    private final FeedRepository feeds;
    private final ItemRepository items;
    private final PollStore.FetchRepository fetches;
    private final FeedConfig config;
    private final InstantSource clock;

    FeedAdmin(
            FeedRepository feeds,
            ItemRepository items,
            PollStore.FetchRepository fetches,
            FeedConfig config,
            InstantSource clock) {
        this.feeds = feeds;
        this.items = items;
        this.fetches = fetches;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    List<FeedState> all() {
        Map<Long, ItemCount> counts =
                items.counts().stream().collect(Collectors.toMap(ItemCount::feedId, Function.identity()));
        return feeds.inOrder().stream()
                .map(feed ->
                        FeedState.of(feed, counts.get(feed.id), config.poll().defaultInterval()))
                .toList();
    }

    @Transactional
    FeedState one(String slug) {
        return state(known(slug));
    }

    @Transactional
    List<FetchResult> fetches(String slug) {
        return fetches.latest(known(slug).id, FETCHES_SHOWN).stream()
                .map(FetchResult::of)
                .toList();
    }

    @WriteTransaction(durable = true)
    FeedState pause(String slug) {
        Feed feed = known(slug);
        feed.paused = true;
        return state(feed);
    }

    /** Resumes; the feed is polled at the next tick, its failures forgiven. */
    @WriteTransaction(durable = true)
    FeedState resume(String slug) {
        Feed feed = known(slug);
        if (feed.paused) {
            feed.paused = false;
            feed.consecutiveFailures = 0;
            feed.nextPollAt = clock.instant();
        }
        return state(feed);
    }

    /** Why a feed cannot be polled now, for the answer to one who asked for it. */
    @Transactional
    ProblemException refusal(String slug) {
        Feed feed = known(slug);
        if (feed.retiredAt != null) {
            return ProblemException.conflict("The feed has left feeds.yaml and is retired.");
        }
        return ProblemException.conflict(feed.paused ? "The feed is paused." : "The feed is being polled right now.");
    }

    private Feed known(String slug) {
        return feeds.bySlug(slug).orElseThrow(() -> ProblemException.notFound("There is no feed '" + slug + "'."));
    }

    private FeedState state(Feed feed) {
        feeds.flush();
        ItemCount count = items.count(feed.id).orElse(null);
        return FeedState.of(feed, count, config.poll().defaultInterval());
    }
}
