package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Meeting;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.MentionBlock;
import dev.labwire.extraction.ReadingRoom;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.timeline.merge.Told;
import dev.labwire.timeline.merge.ToldCorpora;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Puts articles and what was found in them straight into the tables, as the steps before placing would. */
@ApplicationScoped
public class Newsroom {

    private static final List<String> TABLES = List.of(
            "edition_event",
            "edition",
            "delivery_attempt",
            "delivery_content",
            "delivery",
            "subscription_request",
            "subscription",
            "webhook",
            "standstill",
            "decision",
            "event_revision",
            "event_source",
            "event_organization",
            "event",
            "placed_article",
            "mention",
            "extraction",
            "extractor_release",
            "article_version",
            "article_change",
            "feed_item",
            "feed_fetch",
            "feed",
            "person",
            "organization",
            "model");

    private final Session session;
    private final ObjectMapper mapper;
    private final ReadingRoom extraction;
    private final Placing placing;
    private final OrganizationKinship kinship;

    Newsroom(
            Session session,
            ObjectMapper mapper,
            ReadingRoom extraction,
            Placing placing,
            OrganizationKinship kinship) {
        this.kinship = kinship;
        this.placing = placing;
        this.session = session;
        this.extraction = extraction;
        this.mapper = mapper;
    }

    @WriteTransaction
    public void clear() {
        TABLES.forEach(table ->
                session.createNativeMutationQuery("delete from " + table).executeUpdate());
        session.createNativeMutationQuery("delete from article").executeUpdate();
        session.createNativeMutationQuery(
                        "update timeline_clock set sequence = 0, changed_at = null, identity = :identity")
                .setParameter("identity", UUID.randomUUID().toString())
                .executeUpdate();
    }

    /** An article of that day, first seen on it. */
    @WriteTransaction
    public void publish(String url, String day, Told... told) {
        Instant published = Instant.parse(day + "T09:00:00Z");
        session.createNativeMutationQuery("""
                        insert into article
                            (article_key, url, title, publisher, published_at, language, first_seen_at, read_state, read_attempts)
                        values (:url, :url, 'A title', :publisher, :at, 'en', :at, 'READ', 1)
                        """)
                .setParameter("url", url)
                .setParameter("publisher", url.replaceFirst("https://([^.]+).*", "$1"))
                .setParameter("at", published)
                .executeUpdate();
        version(url, 1);
        extract(url, "v1", told);
    }

    /** The same with mentions that were found in a real text. */
    @WriteTransaction
    void publish(ToldCorpora.Article article) {
        publish(article.url(), article.day().toString());
        int ordinal = 0;
        for (Mention mention : article.mentions()) {
            mention(article.url(), ordinal++, mention);
        }
    }

    /** The page says something else now. */
    @WriteTransaction
    public void change(String url, int number, Told... told) {
        version(url, number);
        extract(url, "v1", told);
    }

    /** Another extractor reads the same text. */
    @WriteTransaction
    void extract(String url, String extractor, Told... told) {
        session.createNativeMutationQuery("""
                        insert into extraction
                            (version_id, article_id, input_hash, release_id, extractor_version, language, created_at)
                        select current_version_id, id, input_hash, coalesce((select min(release_id) from extraction), 0) - 1,
                            :extractor, 'en', first_seen_at
                        from article where url = :url
                        """)
                .setParameter("extractor", extractor)
                .setParameter("url", url)
                .executeUpdate();
        for (int ordinal = 0; ordinal < told.length; ordinal++) {
            mention(url, ordinal, told[ordinal].mention());
        }
    }

    /** What stands on the page of an article, whatever was found in it. */
    @WriteTransaction
    void write(String url, String title, String text) {
        session.createNativeMutationQuery("update article set title = :title where url = :url")
                .setParameter("title", title)
                .setParameter("url", url)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        update article_version set text = :text where id = (select current_version_id from article where url = :url)
                        """)
                .setParameter("text", text)
                .setParameter("url", url)
                .executeUpdate();
    }

    /** The feed is to be polled. */
    @WriteTransaction
    public void resume(String feed) {
        session.createNativeMutationQuery("update feed set enabled = true, paused = false where slug = :slug")
                .setParameter("slug", feed)
                .executeUpdate();
    }

    /** The feed answered then. */
    @WriteTransaction
    public void answer(String feed, Instant at) {
        session.createNativeMutationQuery("""
                        insert into feed_fetch (feed_id, fetched_at, status, new_items, changed_items, millis)
                        select id, :at, 200, 0, 0, 1 from feed where slug = :slug
                        """)
                .setParameter("slug", feed)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** The numbers of changes go on so much higher, as they do after each start. */
    @WriteTransaction
    public void leaveOut(long numbers) {
        session.createNativeMutationQuery("update timeline_clock set sequence = sequence + :numbers")
                .setParameter("numbers", numbers)
                .executeUpdate();
    }

    /** Puts on the timeline what was published. */
    public void place() {
        placing.runOnce(1000);
    }

    /** Runs the step that reads articles until there is nothing to read. */
    void readEverything() {
        extraction.readEverything();
    }

    /** The article came through that feed. */
    @WriteTransaction
    public void carry(String feed, String tags, String url) {
        session.createNativeMutationQuery("""
                        insert into feed (slug, title, url, type, tags, full_text, enabled, paused, managed_by, next_poll_at,
                            consecutive_failures, created_at)
                        values (:slug, :slug, 'https://feed.example', 'feed', :tags, false, true, false, 'file', :at, 0, :at)
                        """)
                .setParameter("slug", feed)
                .setParameter("tags", tags)
                .setParameter("at", Instant.EPOCH)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into feed_item (feed_id, item_key, shared_link, content_hash, first_seen_at, changed_at, linked, article_id)
                        select f.id, a.url, false, 'x', a.first_seen_at, a.first_seen_at, true, a.id
                        from feed f, article a where f.slug = :slug and a.url = :url
                        """)
                .setParameter("slug", feed)
                .setParameter("url", url)
                .executeUpdate();
    }

    @Transactional
    public long count(String table) {
        return session.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult();
    }

    @Transactional
    long clock() {
        return session.createNativeQuery("select sequence from timeline_clock", Long.class)
                .getSingleResult();
    }

    private void version(String url, int number) {
        session.createNativeMutationQuery("""
                        insert into article_version (article_id, number, text_hash, text, origin, created_at)
                        select id, :number, :hash, 'the stored text', 'page', first_seen_at from article where url = :url
                        """)
                .setParameter("number", number)
                .setParameter("hash", "hash " + number)
                .setParameter("url", url)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        update article set input_hash = 'state ' || :number, current_version_id =
                            (select max(v.id) from article_version v where v.article_id = article.id) where url = :url
                        """)
                .setParameter("number", number)
                .setParameter("url", url)
                .executeUpdate();
    }

    private void mention(String url, int ordinal, Mention mention) {
        Meeting meeting = Meeting.of(mention, kinship);
        session.createNativeMutationQuery("""
                        insert into mention (extraction_id, article_id, ordinal, block, held, body, house, moved_day, soft)
                        select max(e.id), a.id, :ordinal, :block, :held, :body,
                            cast(:house as varchar), cast(:day as bigint), :soft
                        from article a join extraction e on e.article_id = a.id where a.url = :url group by a.id
                        """)
                .setParameter("ordinal", ordinal)
                .setParameter("block", MentionBlock.of(mention))
                .setParameter("held", mention.held())
                .setParameter("house", meeting.house())
                .setParameter("day", meeting.day())
                .setParameter("soft", meeting.soft())
                .setParameter("body", text(mention))
                .setParameter("url", url)
                .executeUpdate();
    }

    private String text(Mention mention) {
        try {
            return mapper.writeValueAsString(mention);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
