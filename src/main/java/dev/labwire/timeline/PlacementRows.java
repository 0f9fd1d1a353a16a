package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;

/** Which extraction of each article the timeline is made of, and which one it should be made of. */
@ApplicationScoped
class PlacementRows {

    /** An article whose newest extraction is not the one the timeline knows. */
    record Unplaced(long article, long extraction) {}

    private final Session session;

    PlacementRows(Session session) {
        this.session = session;
    }

    List<Unplaced> unplaced(int max) {
        String articlesBehindTheirExtraction = """
                select a.id as article, max(e.id) as extraction
                from article a
                join extraction e on e.version_id = a.current_version_id
                left join placed_article p on p.article_id = a.id
                group by a.id, p.extraction_id
                having p.extraction_id is null or p.extraction_id <> max(e.id)
                order by a.id
                """;
        return session
                .createNativeQuery(articlesBehindTheirExtraction, Tuple.class)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row -> new Unplaced(Rows.number(row, "article"), Rows.number(row, "extraction")))
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
}
