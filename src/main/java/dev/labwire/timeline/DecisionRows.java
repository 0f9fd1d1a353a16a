package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.timeline.merge.Decision;
import dev.labwire.timeline.merge.Telling;
import dev.labwire.timeline.merge.TellingKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The decisions as merging takes them, and the blocks that they concern. */
@ApplicationScoped
class DecisionRows {

    private final Session session;
    private final DecisionRepository decisions;
    private final Corrections corrections;
    private final TellingRows tellings;
    private final EvidenceRows evidence;
    private final ObjectMapper mapper;

    DecisionRows(
            Session session,
            DecisionRepository decisions,
            Corrections corrections,
            TellingRows tellings,
            EvidenceRows evidence,
            ObjectMapper mapper) {
        this.session = session;
        this.tellings = tellings;
        this.evidence = evidence;
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
                Set.copyOf(body.neighbours()),
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

    /** The id of the living event that the first of these tellings is one of. */
    String eventOf(List<TellingKey> keys) {
        String eventsOfArticle = """
                select ev.public_id as id, s.mention_id as mention from article a
                join event_source s on s.article_id = a.id
                join event ev on ev.id = s.event_id
                where a.article_key = :article and ev.gone = false
                """;
        TellingKey key = keys.get(0);
        Set<Long> mentions = tellings.live(List.of(key.block())).stream()
                .filter(telling -> telling.key().equals(key))
                .map(Telling::mentionId)
                .collect(Collectors.toSet());
        return session
                .createNativeQuery(eventsOfArticle, Tuple.class)
                .setParameter("article", key.article())
                .getResultList()
                .stream()
                .filter(row -> mentions.contains(Rows.number(row, "mention")))
                .map(row -> Rows.text(row, "id"))
                .findFirst()
                .orElseThrow();
    }

    /** What a decision on these tellings holds on to. */
    DecisionBody body(
            List<TellingKey> event,
            List<TellingKey> others,
            List<String> otherEvents,
            List<String> sources,
            @Nullable JsonNode changes) {
        DecisionBody body = new DecisionBody(event, others, List.of(), otherEvents, sources, changes);
        Set<String> neighbours = blocksOf(body);
        Stream.concat(event.stream(), others.stream()).map(TellingKey::block).forEach(neighbours::remove);
        return new DecisionBody(event, others, List.copyOf(neighbours), otherEvents, sources, changes);
    }

    /** The tellings of an event; those of the articles at these addresses only, where some are named. */
    List<TellingKey> keysOf(StoredEvent event, Collection<String> urls) {
        Set<Long> mentions = evidence.ofEvents(List.of(event.id())).values().stream()
                .flatMap(List::stream)
                .map(OldTelling::mention)
                .collect(Collectors.toSet());
        Set<String> blocks = new TreeSet<>();
        Rows.chunks(mentions)
                .forEach(some -> blocks.addAll(session.createNativeQuery(
                                "select distinct m.block from mention m where m.id in (:ids)", String.class)
                        .setParameter("ids", some)
                        .getResultList()));
        return tellings.live(blocks).stream()
                .filter(telling -> mentions.contains(telling.mentionId()))
                .filter(telling ->
                        urls.isEmpty() || urls.contains(telling.article().url()))
                .sorted(Telling.BY_KEY)
                .map(Telling::key)
                .toList();
    }
}
