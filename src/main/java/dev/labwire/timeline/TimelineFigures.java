package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Counts over the timeline as it is. */
@ApplicationScoped
public class TimelineFigures {

    private static final int DAYS = 7;
    private static final int ROUTES = 3;
    private static final String NEWS = "e.gone = false and e.salience = 'primary'";
    private static final String WEEK =
            NEWS + " and e.status = 'confirmed' and e.sort_day > :before and e.sort_day <= :day";

    private final Session session;

    TimelineFigures(Session session) {
        this.session = session;
    }

    /** Who is told of how much. */
    @Transactional
    public Prominence prominence() {
        return new Prominence(
                counts("select o.slug as item, sum(e.source_count) as number from event e"
                        + " join event_organization o on o.event_id = e.id where " + NEWS + " group by o.slug"),
                counts("select e.person_slug as item, sum(e.source_count) as number from event e where " + NEWS
                        + " and e.person_slug is not null group by e.person_slug"));
    }

    private Map<String, Long> counts(String sql) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        query.addScalar("item", String.class);
        query.addScalar("number", Long.class);
        Map<String, Long> counts = new HashMap<>();
        query.getResultList().forEach(row -> counts.put(Rows.text(row, "item"), Rows.number(row, "number")));
        return counts;
    }

    /** The seven days that end with this one. */
    @Transactional
    public WeekFigures week(LocalDate day) {
        return new WeekFigures(
                count(day, "e.type = 'people_move' and e.from_slug <> e.to_slug"),
                routes(day),
                count(day, "e.type = 'model_release' and e.kind in ('release', 'preview', 'open_weights')"),
                count(day, "e.type = 'deal'"));
    }

    private long count(LocalDate day, String condition) {
        return session.createNativeQuery("select count(*) from event e where " + WEEK + " and " + condition, Long.class)
                .setParameter("before", day.minusDays(DAYS))
                .setParameter("day", day)
                .getSingleResult();
    }

    private List<WeekFigures.Route> routes(LocalDate day) {
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select f.name as start, t.name as goal, count(*) as number from event e"
                        + " join organization f on f.slug = e.from_slug join organization t on t.slug = e.to_slug"
                        + " where " + WEEK + " and e.type = 'people_move' and e.from_slug <> e.to_slug"
                        + " group by f.name, t.name having count(*) > 1 order by count(*) desc, f.name, t.name",
                Tuple.class);
        query.addScalar("start", String.class);
        query.addScalar("goal", String.class);
        query.addScalar("number", Long.class);
        return query
                .setParameter("before", day.minusDays(DAYS))
                .setParameter("day", day)
                .setMaxResults(ROUTES)
                .getResultList()
                .stream()
                .map(row -> new WeekFigures.Route(
                        Rows.text(row, "start"), Rows.text(row, "goal"), Rows.number(row, "number")))
                .toList();
    }
}
