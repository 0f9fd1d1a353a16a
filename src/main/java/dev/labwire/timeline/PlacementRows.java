package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;

/** Which extraction of each article the timeline is made of, and which one it should be made of. */
@ApplicationScoped
class PlacementRows {

    /** An article whose newest extraction is not the one the timeline knows. */
    record Unplaced(long article, long extraction) {}

    /**
     * The newest reading of each article as it stands, where another one is placed or none. One table leads and the others are
     * looked up for each of its rows, so that the database can't begin with a table of all articles.
     */
    private static final String BEHIND = """
            from extraction e
            where exists (select 1 from article a where a.id = e.article_id and a.input_hash = e.input_hash)
            and not exists (select 1 from placed_article p where p.article_id = e.article_id and p.extraction_id = e.id)
            and not exists (select 1 from extraction n
                where n.article_id = e.article_id and n.input_hash = e.input_hash and n.id > e.id)
            """;

    private static final String READINGS_FROM_ONE_ON =
            "select e.article_id as article, e.id as extraction, e.id as mark " + BEHIND
                    + " and e.id >= :from order by e.id";

    private static final String CHANGES_FROM_ONE_ON = "select c.article_id as article, (select max(e.id) " + BEHIND
            + " and e.article_id = c.article_id) as extraction, c.id as mark from article_change c where c.id >= :from"
            + " and exists (select 1 " + BEHIND + " and e.article_id = c.article_id) order by c.id";

    private final Session session;

    /** Everything below these was seen to be placed; what a killed or undone run had taken stays above. */
    private final AtomicLong readings = new AtomicLong();

    private final AtomicLong changes = new AtomicLong();

    PlacementRows(Session session) {
        this.session = session;
    }

    /**
     * The first articles that are behind their reading. Reads on where everything before is placed; after a start, from the
     * beginning.
     */
    List<Unplaced> unplaced(int max) {
        List<Unplaced> read = behind(READINGS_FROM_ONE_ON, "extraction", readings, max);
        return read.isEmpty() ? behind(CHANGES_FROM_ONE_ON, "article_change", changes, max) : read;
    }

    /** How many articles are behind their reading. */
    @Transactional
    long waiting() {
        return session.createNativeQuery("select count(*) " + BEHIND, Long.class)
                .getSingleResult();
    }

    /** True when everything that was read is placed. */
    boolean nothingToPlace() {
        return unplaced(1).isEmpty();
    }

    /** An article that went back to an earlier state has its reading already, so that the log of changes is read too. */
    private List<Unplaced> behind(String question, String log, AtomicLong mark, int max) {
        long next = 1
                + session.createNativeQuery("select coalesce(max(id), 0) from " + log, Long.class)
                        .getSingleResult();
        if (mark.get() >= next) {
            return List.of();
        }
        List<Tuple> rows = session.createNativeQuery(question, Tuple.class)
                .setParameter("from", mark.get())
                .setMaxResults(max)
                .getResultList();
        mark.set(rows.isEmpty() ? next : Rows.number(rows.get(0), "mark"));
        return rows.stream()
                .map(row -> new Unplaced(Rows.number(row, "article"), Rows.number(row, "extraction")))
                .distinct()
                .toList();
    }

    /** The blocks of what these articles told so far and of what they tell now. */
    Set<String> touchedBlocks(Collection<Unplaced> unplaced) {
        List<Long> extractions = new ArrayList<>();
        Rows.chunks(unplaced).forEach(some -> {
            some.forEach(one -> extractions.add(one.extraction()));
            extractions.addAll(session.createNativeQuery(
                            "select p.extraction_id from placed_article p where p.article_id in (:articles)",
                            Long.class)
                    .setParameter(
                            "articles", some.stream().map(Unplaced::article).toList())
                    .getResultList());
        });
        Set<String> blocks = new TreeSet<>();
        Rows.chunks(extractions)
                .forEach(some -> blocks.addAll(session.createNativeQuery(
                                "select m.block from mention m where m.extraction_id in (:extractions)", String.class)
                        .setParameter("extractions", some)
                        .getResultList()));
        return blocks;
    }

    void place(Unplaced unplaced) {
        int moved = session.createNativeMutationQuery(
                        "update placed_article set extraction_id = :extraction where article_id = :article")
                .setParameter("extraction", unplaced.extraction())
                .setParameter("article", unplaced.article())
                .executeUpdate();
        if (moved == 0) {
            session.createNativeMutationQuery(
                            "insert into placed_article (article_id, extraction_id) values (:article, :extraction)")
                    .setParameter("extraction", unplaced.extraction())
                    .setParameter("article", unplaced.article())
                    .executeUpdate();
        }
    }

    /** The blocks behind that one, in order. */
    List<String> blocksAfter(String block, int max) {
        String blocksOfMentionsAndEvents = """
                select block from mention where block > :after
                union select block from event where block > :after
                order by block
                """;
        return session.createNativeQuery(blocksOfMentionsAndEvents, String.class)
                .setParameter("after", block)
                .setMaxResults(max)
                .getResultList();
    }
}
