package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
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

    /** The newest reading of each article as it stands, where another one is placed or none. */
    private static final String BEHIND = """
            from article a
            join extraction e on e.article_id = a.id and e.input_hash = a.input_hash
            left join placed_article p on p.article_id = a.id
            where (p.extraction_id is null or p.extraction_id <> e.id)
            and not exists (select 1 from extraction n
                where n.article_id = a.id and n.input_hash = a.input_hash and n.id > e.id)
            """;

    private static final String READINGS_FROM_ONE_ON =
            "select a.id as article, e.id as extraction, e.id as mark " + BEHIND + " and e.id >= :from order by e.id";

    private static final String CHANGES_FROM_ONE_ON = "select a.id as article, e.id as extraction, c.id as mark "
            + BEHIND.replace("where", "join article_change c on c.article_id = a.id where")
            + " and c.id >= :from order by c.id";

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
        String blocksOfOldAndNew = """
                select distinct m.block from mention m
                where m.extraction_id in (:extractions)
                   or m.extraction_id in (select p.extraction_id from placed_article p where p.article_id in (:articles))
                order by m.block
                """;
        Set<String> blocks = new TreeSet<>();
        Rows.chunks(unplaced)
                .forEach(some -> blocks.addAll(session.createNativeQuery(blocksOfOldAndNew, String.class)
                        .setParameter(
                                "extractions",
                                some.stream().map(Unplaced::extraction).toList())
                        .setParameter(
                                "articles", some.stream().map(Unplaced::article).toList())
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
