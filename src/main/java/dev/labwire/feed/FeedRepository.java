package dev.labwire.feed;

import dev.labwire.text.LikePattern;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of feeds. */
@Singleton
class FeedRepository implements PanacheRepository<Feed> {

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

    /** How many feeds in force fulfil a condition. */
    @Transactional
    long counted(String condition) {
        return count("retiredAt is null and enabled = true and " + condition);
    }

    /** Makes all feeds of a tag due. */
    void hasten(String tag, Instant now) {
        update(
                "nextPollAt = ?1, nextPollReason = 'asked for by an admin' where retiredAt is null and concat(',', tags, ',') like ?2 escape '!'",
                now,
                LikePattern.containing("," + tag + ","));
    }

    /** A place in the order in which feeds are due. */
    record Place(Instant dueAt, long id) {

        static final Place START = new Place(Instant.EPOCH, 0);
    }

    /** Feeds whose time has come, the longest overdue first, from a place on, but none of these hosts. */
    List<Feed> due(Instant now, Place after, Collection<String> butOf, int max) {
        String due = "enabled = true and paused = false and retiredAt is null and nextPollAt <= ?1"
                + " and nextPollAt >= ?2 and (nextPollAt > ?2 or id > ?3)";
        String order = " order by nextPollAt, id";
        return (butOf.isEmpty()
                        ? find(due + order, now, after.dueAt(), after.id())
                        : find(due + " and host not in ?4" + order, now, after.dueAt(), after.id(), butOf))
                .page(0, max)
                .list();
    }
}
