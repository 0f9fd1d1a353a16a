package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Finds revisions of events by the numbers of changes. */
@ApplicationScoped
class RevisionRows {

    private static final String COLUMNS = "select r.id as revision, r.public_id as id, r.sequence as number,"
            + " r.gone as gone, r.merged_into as merged_into from event_revision r where ";

    private final Session session;

    RevisionRows(Session session) {
        this.session = session;
    }

    /** A revision without its body. */
    record Row(
            long revision,
            String id,
            long number,
            boolean gone,
            @Nullable String mergedInto) {}

    /** By id, the last revision of each event that has any behind the one number, up to the other; in their order. */
    Map<String, Row> lastOfEach(long after, long upTo) {
        NativeQuery<Tuple> query =
                query(COLUMNS + "r.sequence > :after and r.sequence <= :upTo order by r.sequence, r.id");
        return last(query.setParameter("after", after).setParameter("upTo", upTo));
    }

    /** By id, the last revision of each of these events up to that number. */
    Map<String, Row> lastOfEach(Collection<String> ids, long upTo) {
        Map<String, Row> last = new HashMap<>();
        Rows.chunks(List.copyOf(ids))
                .forEach(some -> last.putAll(
                        last(query(COLUMNS + "r.public_id in (:ids) and r.sequence <= :upTo order by r.sequence, r.id")
                                .setParameterList("ids", some)
                                .setParameter("upTo", upTo))));
        return last;
    }

    /** By the id of each event that went into one of these, however many steps away, the id of the one it went into. */
    Map<String, String> mergedInto(Collection<String> ids) {
        Map<String, String> successors = new HashMap<>();
        Collection<String> goals = ids;
        while (!goals.isEmpty()) {
            Map<String, String> step = new HashMap<>();
            Rows.chunks(goals).forEach(some -> session.createNativeQuery(
                            "select e.public_id as id, e.merged_into as merged_into from event e where e.merged_into in (:ids)",
                            Tuple.class)
                    .setParameterList("ids", some)
                    .getResultList()
                    .forEach(row -> step.put(Rows.text(row, "id"), Rows.text(row, "merged_into"))));
            step.keySet().removeAll(successors.keySet());
            successors.putAll(step);
            goals = step.keySet();
        }
        return successors;
    }

    private NativeQuery<Tuple> query(String sql) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        query.addScalar("revision", Long.class);
        query.addScalar("id", String.class);
        query.addScalar("number", Long.class);
        query.addScalar("gone", Boolean.class);
        query.addScalar("merged_into", String.class);
        return query;
    }

    private static Map<String, Row> last(NativeQuery<Tuple> query) {
        Map<String, Row> last = new LinkedHashMap<>();
        query.getResultList().forEach(row -> {
            String id = Rows.text(row, "id");
            last.remove(id);
            last.put(
                    id,
                    new Row(
                            Rows.number(row, "revision"),
                            id,
                            Rows.number(row, "number"),
                            row.get("gone", Boolean.class),
                            Rows.textOrNull(row, "merged_into")));
        });
        return last;
    }

    /** The bodies of these revisions, as JSON. */
    Map<Long, String> bodies(Collection<Long> revisions) {
        Map<Long, String> bodies = new HashMap<>();
        session.createNativeQuery(
                        "select r.id as id, r.body as body from event_revision r where r.id in (:ids)", Tuple.class)
                .setParameterList("ids", revisions)
                .getResultList()
                .forEach(row -> bodies.put(Rows.number(row, "id"), Rows.text(row, "body")));
        return bodies;
    }

    /** The number of the last change that was recorded then or before; 0 where there was none. */
    long lastAt(Instant instant) {
        return session
                .createNativeQuery(
                        "select r.sequence from event_revision r where r.recorded_at <= :at"
                                + " order by r.recorded_at desc, r.sequence desc",
                        Long.class)
                .setParameter("at", instant)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
