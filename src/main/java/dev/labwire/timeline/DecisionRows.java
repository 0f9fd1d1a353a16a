package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.extraction.EventType;
import dev.labwire.timeline.merge.Decision;
import dev.labwire.timeline.merge.TellingKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The decisions as merging takes them, and the blocks that they concern. */
@ApplicationScoped
class DecisionRows {

    private final Session session;
    private final DecisionRepository decisions;
    private final Corrections corrections;
    private final ObjectMapper mapper;

    DecisionRows(Session session, DecisionRepository decisions, Corrections corrections, ObjectMapper mapper) {
        this.session = session;
        this.decisions = decisions;
        this.corrections = corrections;
        this.mapper = mapper;
    }

    List<Decision> inForce() {
        return decisions.inForce().stream().map(this::decision).toList();
    }

    private Decision decision(StoredDecision row) {
        DecisionBody body = body(row);
        return new Decision(
                row.publicId,
                Decision.Kind.valueOf(row.kind.toUpperCase(Locale.ROOT)),
                row.madeAt,
                body.event(),
                body.others(),
                body.changes() == null ? Decision.Correction.NONE : corrections.of(body.changes()));
    }

    DecisionBody body(StoredDecision row) {
        try {
            return mapper.readValue(row.body, DecisionBody.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(DecisionBody body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The blocks that mergers in force tie to these: they are to be made together. */
    Set<String> tiedTo(Collection<String> blocks) {
        List<Set<String>> ties = decisions.inForce().stream()
                .filter(row -> row.kind.equals(kind(Decision.Kind.MERGE)))
                .map(row -> blocksOf(body(row)))
                .toList();
        Set<String> tied = new TreeSet<>(blocks);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<String> tie : ties) {
                grown |= tie.stream().anyMatch(tied::contains) && tied.addAll(tie);
            }
        }
        return tied;
    }

    static String kind(Decision.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The blocks that the tellings were in when it was decided, and those that their articles tell of now. */
    Set<String> blocksOf(DecisionBody body) {
        List<TellingKey> keys =
                Stream.concat(body.event().stream(), body.others().stream()).toList();
        Set<String> blocks = new TreeSet<>();
        keys.forEach(key -> blocks.add(key.block()));
        String blocksOfArticles = """
                select distinct m.block from article a
                join placed_article p on p.article_id = a.id
                join mention m on m.extraction_id = p.extraction_id
                where a.article_key in (:keys) and m.held = false
                """;
        Rows.chunks(keys.stream().map(TellingKey::article).distinct().toList())
                .forEach(some -> blocks.addAll(session.createNativeQuery(blocksOfArticles, String.class)
                        .setParameter("keys", some)
                        .getResultList()));
        return blocks;
    }

    /** The tellings of an event; those of the articles at these addresses only, where some are named. */
    List<TellingKey> keysOf(StoredEvent event, Collection<String> urls) {
        String tellingsOfEvent = """
                select a.article_key as article, a.url as url, m.block as block, s.quote as quote
                from event_source s
                join article a on a.id = s.article_id
                join mention m on m.id = s.mention_id
                where s.event_id = :event
                order by a.article_key, m.ordinal
                """;
        List<TellingKey> keys = new ArrayList<>();
        for (Tuple row : session.createNativeQuery(tellingsOfEvent, Tuple.class)
                .setParameter("event", event.id())
                .getResultList()) {
            if (urls.isEmpty() || urls.contains(Rows.text(row, "url"))) {
                keys.add(new TellingKey(
                        Rows.text(row, "article"),
                        EventType.valueOf(event.type().toUpperCase(Locale.ROOT)),
                        Rows.text(row, "block"),
                        TellingKey.hash(Rows.text(row, "quote"))));
            }
        }
        return keys;
    }
}
