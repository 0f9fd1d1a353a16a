package dev.labwire.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
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

    /** Feeds whose time has come, the longest overdue first. */
    List<Feed> due(Instant now, int max) {
        return max <= 0
                ? List.of()
                : find(
                                "enabled = true and paused = false and retiredAt is null and nextPollAt <= ?1"
                                        + " and (leasedUntil is null or leasedUntil <= ?1) order by nextPollAt, id",
                                now)
                        .page(0, max)
                        .list();
    }

    /** Takes the lease if nobody holds it; the row count says whether it worked. */
    boolean lease(long id, Instant now, Instant until) {
        return update(
                        "leasedUntil = ?1 where id = ?2 and paused = false and retiredAt is null"
                                + " and (leasedUntil is null or leasedUntil <= ?3)",
                        until,
                        id,
                        now)
                == 1;
    }
}
