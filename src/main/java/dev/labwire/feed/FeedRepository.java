package dev.labwire.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of feeds. */
@Singleton
final class FeedRepository implements PanacheRepository<Feed> {

    Optional<Feed> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Feeds that are not retired, by id. */
    List<Feed> active() {
        return list("retiredAt is null order by slug");
    }

    /** The feed, unless it was deleted: what the file retired is still shown, what the API deleted is gone. */
    Optional<Feed> shown(String slug) {
        return bySlug(slug).filter(Feed::isShown);
    }

    /** A new row, to be defined. */
    Feed added(String slug, Instant now) {
        Feed feed = new Feed();
        feed.slug = slug;
        feed.version = 0;
        feed.createdAt = now;
        feed.nextPollAt = now;
        persist(feed);
        return feed;
    }

    List<Feed> inOrder() {
        return list("order by slug");
    }

    /** Feeds whose time has come, the longest overdue first, but none of these hosts. */
    List<Feed> due(Instant now, Collection<String> butOf, int max) {
        String due = "enabled = true and paused = false and retiredAt is null and nextPollAt <= ?1";
        String order = " order by nextPollAt, id";
        return (butOf.isEmpty() ? find(due + order, now) : find(due + " and host not in ?2" + order, now, butOf))
                .page(0, max)
                .list();
    }
}
