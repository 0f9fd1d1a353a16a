package dev.labwire.timeline;

import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What each event rests on: its tellings, and the organisations it names. */
@ApplicationScoped
class EvidenceRows {

    private static final int LONGEST_QUOTE = 100_000;

    private final Session session;

    EvidenceRows(Session session) {
        this.session = session;
    }

    /** The tellings of these events as they were placed, the earliest first. */
    Map<Long, List<OldTelling>> ofEvents(Collection<Long> events) {
        String tellingsByFirstSight = """
                select s.event_id as event, s.mention_id as mention, s.article_id as article, s.quote as quote
                from event_source s
                join article a on a.id = s.article_id
                join mention m on m.id = s.mention_id
                where s.event_id in (:events)
                order by a.first_seen_at, a.url, a.article_key, m.ordinal
                """;
        List<OldTelling> tellings = new ArrayList<>();
        Rows.chunks(events).forEach(some -> session.createNativeQuery(tellingsByFirstSight, Tuple.class)
                .setParameter("events", some)
                .getResultList()
                .forEach(row -> tellings.add(old(row))));
        return tellings.stream().collect(Collectors.groupingBy(OldTelling::event));
    }

    private static OldTelling old(Tuple row) {
        return new OldTelling(
                Rows.number(row, "event"),
                Rows.number(row, "mention"),
                Rows.number(row, "article"),
                Rows.text(row, "quote"));
    }

    /** Takes tellings away, so that other events may have them. */
    void remove(Collection<OldTelling> tellings) {
        Rows.chunks(tellings).forEach(some -> session.createNativeMutationQuery(
                        "delete from event_source where mention_id in (:mentions)")
                .setParameter("mentions", some.stream().map(OldTelling::mention).toList())
                .executeUpdate());
    }

    void add(long event, Telling telling) {
        session.createNativeMutationQuery("""
                        insert into event_source (event_id, mention_id, article_id, salience, quote, quote_language)
                        values (:event, :mention, :article, :salience, :quote, :language)
                        """)
                .setParameter("event", event)
                .setParameter("mention", telling.mentionId())
                .setParameter("article", telling.article().id())
                .setParameter("salience", telling.mention().salience().wireName())
                .setParameter("quote", shortened(telling.mention().quote()))
                .setParameter("language", telling.article().language(), String.class)
                .executeUpdate();
    }

    /** Enters which organisations have a part in the event, in place of those entered before. */
    void organizations(long event, List<String> ids) {
        session.createNativeMutationQuery("delete from event_organization where event_id = :event")
                .setParameter("event", event)
                .executeUpdate();
        ids.forEach(id -> session.createNativeMutationQuery(
                        "insert into event_organization (event_id, slug) values (:event, :id)")
                .setParameter("event", event)
                .setParameter("id", id)
                .executeUpdate());
    }

    private static String shortened(String quote) {
        return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE);
    }
}
