package dev.labwire.timeline;

import dev.labwire.timeline.search.TextIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Finds the rows of events that meet a condition, and their bodies. */
@ApplicationScoped
class EventRows {

    static final String NEWEST_FIRST = " order by e.sort_day desc, e.first_seen_at desc, e.public_id desc";
    static final String OLDEST_FIRST = " order by e.sort_day, e.first_seen_at, e.public_id";

    private final Session session;

    EventRows(Session session) {
        this.session = session;
    }

    /** What a list needs to know of an event before its body. */
    record Row(String id, LocalDate sortDay, Instant firstSeenAt, long revision, long sequence) {

        EventCursor cursor() {
            return new EventCursor(sortDay, firstSeenAt, id);
        }
    }

    List<Row> select(EventCondition condition, String order, int most) {
        EventTable table = condition.table();
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select e.public_id as id, e.sort_day as sort_day, e.first_seen_at as first_seen_at, "
                        + table.revisionId() + " as revision, e.sequence as number from " + table.name() + " e where "
                        + condition.sql() + order,
                Tuple.class);
        query.addScalar("id", String.class);
        query.addScalar("sort_day", LocalDate.class);
        query.addScalar("first_seen_at", Instant.class);
        query.addScalar("revision", Long.class);
        query.addScalar("number", Long.class);
        bind(query, condition.parameters());
        return query.setMaxResults(most).getResultList().stream()
                .map(row -> new Row(
                        Rows.text(row, "id"),
                        row.get("sort_day", LocalDate.class),
                        Rows.instant(row, "first_seen_at"),
                        Rows.number(row, "revision"),
                        Rows.number(row, "number")))
                .toList();
    }

    /** How many events there are of each value of an expression. */
    Map<String, Long> counts(EventCondition condition, String expression, String joins, String counted) {
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select " + expression + " as item, count(" + counted + ") as number from "
                        + condition.table().name() + " e " + joins + " where " + condition.sql() + " group by "
                        + expression,
                Tuple.class);
        query.addScalar("item", String.class);
        query.addScalar("number", Long.class);
        bind(query, condition.parameters());
        Map<String, Long> counts = new HashMap<>();
        query.getResultList().forEach(row -> {
            if (row.get("item") != null) {
                counts.put(Rows.text(row, "item"), Rows.number(row, "number"));
            }
        });
        return counts;
    }

    private static void bind(NativeQuery<Tuple> query, Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (value instanceof List<?> values) {
                query.setParameterList(name, values);
            } else {
                query.setParameter(name, value);
            }
        });
    }

    /** The bodies of these rows, as JSON, in their order. */
    List<String> bodies(List<Row> rows) {
        Map<Long, String> byRevision = new HashMap<>();
        Rows.chunks(rows.stream().map(Row::revision).toList()).forEach(some -> session.createNativeQuery(
                        "select r.id as id, r.body as body from event_revision r where r.id in (:ids)", Tuple.class)
                .setParameterList("ids", some)
                .getResultList()
                .forEach(row -> byRevision.put(Rows.number(row, "id"), Rows.text(row, "body"))));
        return rows.stream().map(row -> byRevision.get(row.revision())).toList();
    }

    /** One event's body and what is to be known of how it came about. */
    record Whole(long event, String body, String history) {}

    /** What was believed of an event, now or then; nothing where it was not on the timeline. */
    @Nullable
    Whole whole(String publicId, @Nullable Instant asOf, boolean goneToo) {
        EventTable table = EventTable.at(asOf);
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select " + table.eventId() + " as event, r.body as body, r.history as history from " + table.name()
                        + " e join event_revision r on r.id = " + table.revisionId() + " where e.public_id = :id"
                        + (goneToo ? "" : " and e.gone = false")
                        + (asOf == null
                                ? ""
                                : " and e.recorded_at <= :asOf and (e.superseded_at is null or e.superseded_at > :asOf)"),
                Tuple.class);
        query.setParameter("id", publicId);
        if (asOf != null) {
            query.setParameter("asOf", asOf);
        }
        return query.getResultList().stream()
                .findFirst()
                .map(row -> new Whole(Rows.number(row, "event"), Rows.text(row, "body"), Rows.text(row, "history")))
                .orElse(null);
    }

    /** An event that changed: its number, and whether it is there still. */
    record Changed(
            String id,
            long sequence,
            boolean gone,
            @Nullable String mergedInto,
            Instant at,
            long revision) {}

    /** The events whose last change has a higher number, in the order of these. */
    List<Changed> changedSince(long sequence, int most) {
        NativeQuery<Tuple> query = session.createNativeQuery("""
                select e.public_id as id, e.sequence as number, e.gone as gone, e.merged_into as merged_into,
                    e.updated_at as updated_at, e.revision_id as revision
                from event e where e.sequence > :since order by e.sequence
                """, Tuple.class);
        query.addScalar("id", String.class);
        query.addScalar("number", Long.class);
        query.addScalar("gone", Boolean.class);
        query.addScalar("merged_into", String.class);
        query.addScalar("updated_at", Instant.class);
        query.addScalar("revision", Long.class);
        return query.setParameter("since", sequence).setMaxResults(most).getResultList().stream()
                .map(row -> new Changed(
                        Rows.text(row, "id"),
                        Rows.number(row, "number"),
                        row.get("gone", Boolean.class),
                        Rows.textOrNull(row, "merged_into"),
                        Rows.instant(row, "updated_at"),
                        Rows.number(row, "revision")))
                .toList();
    }

    /** The number of the last change. */
    long sequence() {
        return state().sequence();
    }

    /** Which timeline this is, and the number of its last change. */
    record State(long sequence, @Nullable String identity) {}

    State state() {
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select sequence as number, identity as identity from timeline_clock", Tuple.class);
        Tuple row = query.getSingleResult();
        return new State(Rows.number(row, "number"), Rows.textOrNull(row, "identity"));
    }

    /** The bodies of these changed events, by id; none of those that are gone. */
    Map<String, String> bodiesById(List<Changed> changed) {
        List<Row> living = changed.stream()
                .filter(one -> !one.gone())
                .map(one -> new Row(one.id(), LocalDate.EPOCH, Instant.EPOCH, one.revision(), one.sequence()))
                .toList();
        List<String> bodies = bodies(living);
        Map<String, String> byId = new HashMap<>();
        for (int index = 0; index < living.size(); index++) {
            byId.put(living.get(index).id(), bodies.get(index));
        }
        return byId;
    }

    /** Of these answers, the rows that meet the condition, in the order of the answers. */
    List<Row> among(EventCondition condition, List<TextIndex.Hit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<String, Row> byId = new HashMap<>();
        Collection<String> ids = hits.stream().map(TextIndex.Hit::id).toList();
        select(condition.among(ids), "", ids.size()).forEach(row -> byId.put(row.id(), row));
        List<Row> rows = new ArrayList<>();
        hits.forEach(hit -> {
            Row row = byId.get(hit.id());
            if (row != null) {
                rows.add(row);
            }
        });
        return rows;
    }
}
