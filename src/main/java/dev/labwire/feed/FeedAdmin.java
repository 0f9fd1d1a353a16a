package dev.labwire.feed;

import dev.labwire.access.AuditTrail;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an admin may see of the feeds and do to them. */
@Singleton
class FeedAdmin {

    private static final int FETCHES_SHOWN = 100;

    private final FeedRepository feeds;
    private final ItemRepository items;
    private final PollStore.FetchRepository fetches;
    private final AuditTrail audit;
    private final InstantSource clock;

    FeedAdmin(
            FeedRepository feeds,
            ItemRepository items,
            PollStore.FetchRepository fetches,
            AuditTrail audit,
            InstantSource clock) {
        this.feeds = feeds;
        this.items = items;
        this.fetches = fetches;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<FeedState> all() {
        Map<Long, ItemCount> counts =
                items.counts().stream().collect(Collectors.toMap(ItemCount::feedId, Function.identity()));
        return feeds.inOrder().stream()
                .filter(Feed::isShown)
                .map(feed -> FeedState.of(feed, counts.get(feed.id), clock.instant()))
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

    @Transactional
    FeedHealth health(String slug) {
        Feed feed = known(slug);
        return FeedHealth.of(feed, fetches.parts(feed.id), clock.instant());
    }

    @WriteTransaction(durable = true)
    FeedState pause(String slug) {
        Feed feed = known(slug);
        pause(feed);
        return state(feed);
    }

    private void pause(Feed feed) {
        if (!feed.paused) {
            feed.paused = true;
            feed.pauseReason = "paused by an admin";
            notePaused(feed);
        }
    }

    /** Resumes; the feed is polled at the next tick, its failures forgiven. */
    @WriteTransaction(durable = true)
    FeedState resume(String slug) {
        Feed feed = known(slug);
        resume(feed);
        return state(feed);
    }

    private void resume(Feed feed) {
        if (feed.paused) {
            feed.paused = false;
            feed.pauseReason = null;
            feed.consecutiveFailures = 0;
            feed.nextPollAt = clock.instant();
            feed.nextPollReason = "resumed by an admin";
            notePaused(feed);
        }
    }

    private void notePaused(Feed feed) {
        audit.record(
                feed.paused ? "feed.pause" : "feed.resume",
                FeedEditor.subject(feed),
                Map.of("paused", !feed.paused),
                Map.of("paused", feed.paused));
    }

    @Transactional
    List<TagState> tags() {
        Map<String, List<Feed>> byTag = new TreeMap<>();
        for (Feed feed : feeds.active()) {
            feed.tagList().forEach(tag -> byTag.computeIfAbsent(tag, t -> new ArrayList<>())
                    .add(feed));
        }
        return byTag.entrySet().stream()
                .map(e -> state(e.getKey(), e.getValue()))
                .toList();
    }

    @WriteTransaction(durable = true)
    TagState pauseTagged(String tag) {
        tagged(tag).forEach(this::pause);
        return state(tag, tagged(tag));
    }

    @WriteTransaction(durable = true)
    TagState resumeTagged(String tag) {
        tagged(tag).forEach(this::resume);
        return state(tag, tagged(tag));
    }

    /** Has all feeds of a tag polled at the next tick. */
    @WriteTransaction(durable = true)
    TagState pollTagged(String tag) {
        TagState state = state(tag, tagged(tag));
        feeds.hasten(tag, clock.instant());
        return state;
    }

    private List<Feed> tagged(String tag) {
        List<Feed> tagged = feeds.active().stream()
                .filter(feed -> feed.tagList().contains(tag))
                .toList();
        if (tagged.isEmpty()) {
            throw ProblemException.notFound("No feed has the tag '" + tag + "'.");
        }
        return tagged;
    }

    private static TagState state(String tag, List<Feed> feeds) {
        return new TagState(
                tag,
                feeds.size(),
                (int) feeds.stream().filter(feed -> feed.paused).count(),
                (int) feeds.stream()
                        .filter(feed -> feed.consecutiveFailures > 0)
                        .count());
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
        return feeds.shown(slug).orElseThrow(() -> ProblemException.notFound("There is no feed '" + slug + "'."));
    }

    private FeedState state(Feed feed) {
        feeds.flush();
        ItemCount count = items.count(feed.id).orElse(null);
        return FeedState.of(feed, count, clock.instant());
    }
}
