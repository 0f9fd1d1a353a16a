package dev.labwire.feed;

import dev.labwire.access.AuditTrail;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a list from the file into force, in one transaction with its entry in the audit trail. */
@Singleton
class FeedReconciler {

    static final String ACTOR = "feeds.yaml";

    private final FeedRepository feeds;
    private final AuditTrail audit;
    private final InstantSource clock;

    FeedReconciler(FeedRepository feeds, AuditTrail audit, InstantSource clock) {
        this.feeds = feeds;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the list would do now. Changes nothing. */
    @Transactional
    FeedPlan plan(List<FeedDefinition> definitions) {
        return FeedPlan.of(
                definitions, feeds.listAll().stream().map(Feed::owned).toList());
    }

    /** Does what the list says, by the state of things at this instant, and answers what was done. */
    @WriteTransaction(durable = true)
    FeedPlan apply(List<FeedDefinition> definitions) {
        Map<String, Feed> there =
                feeds.listAll().stream().collect(Collectors.toMap(feed -> feed.slug, Function.identity()));
        FeedPlan plan = FeedPlan.of(
                definitions, there.values().stream().map(Feed::owned).toList());
        plan.added().forEach(added -> take(there, added.feed()));
        plan.changed().forEach(changed -> there.get(changed.after().slug()).define(changed.after()));
        plan.retired().forEach(retired -> there.get(retired.feed().slug()).retiredAt = clock.instant());
        definitions.forEach(definition -> noteLine(there.get(definition.slug()), definition));
        if (!plan.doesNothing()) {
            audit.recordOf(ACTOR, "feeds-file.apply", "feeds.yaml", null, PlanView.of(plan));
        }
        return plan;
    }

    private void take(Map<String, Feed> there, FeedDefinition definition) {
        Feed feed = there.computeIfAbsent(definition.slug(), slug -> feeds.added(slug, clock.instant()));
        feed.managedBy = Feed.FILE;
        feed.define(definition);
        feed.nextPollAt = clock.instant();
    }

    /** A feed that only moved within its file is no change. */
    private static void noteLine(Feed feed, FeedDefinition definition) {
        if (Feed.FILE.equals(feed.managedBy)) {
            feed.fileLine = definition.line();
        }
    }

    /** The addresses of the feeds that are in force. */
    @Transactional
    KnownAddresses addresses() {
        return new KnownAddresses(feeds.active().stream()
                .collect(Collectors.toMap(
                        feed -> feed.slug, feed -> new KnownAddresses.Known(feed.url, feed.requestOptions))));
    }
}
