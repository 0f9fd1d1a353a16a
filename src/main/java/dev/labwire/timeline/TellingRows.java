package dev.labwire.timeline;

import dev.labwire.directory.Aliases;
import dev.labwire.text.Slug;
import dev.labwire.timeline.merge.ArticleFacts;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The live tellings: mentions of the extraction that is placed for their article. */
@ApplicationScoped
class TellingRows {

    private static final String LIVE_TELLINGS_OF_BLOCKS = """
            select m.id as mention, m.ordinal as ordinal, m.block as block, m.body as body, a.id as article,
                a.article_key as article_key, a.url as url, a.title as title, a.publisher as publisher,
                a.organization as organization, a.published_at as published_at, a.first_seen_at as first_seen_at,
                e.language as language
            from mention m
            join placed_article p on p.article_id = m.article_id and p.extraction_id = m.extraction_id
            join extraction e on e.id = m.extraction_id
            join article a on a.id = m.article_id
            where m.block in (:blocks) and m.held = false
            order by m.block, m.id
            """;

    private final Session session;
    private final EventJson json;
    private final Aliases aliases;

    TellingRows(Session session, EventJson json, Aliases aliases) {
        this.session = session;
        this.json = json;
        this.aliases = aliases;
    }

    /** What these blocks hold now. */
    List<Telling> live(Collection<String> blocks) {
        List<Telling> tellings = new ArrayList<>();
        Map<Long, ArticleFacts> articles = new HashMap<>();
        Rows.chunks(blocks).forEach(some -> {
            for (Tuple row : session.createNativeQuery(LIVE_TELLINGS_OF_BLOCKS, Tuple.class)
                    .setParameter("blocks", some)
                    .getResultList()) {
                tellings.add(telling(row, articles.computeIfAbsent(Rows.number(row, "article"), id -> article(row))));
            }
        });
        return tellings;
    }

    private Telling telling(Tuple row, ArticleFacts article) {
        return new Telling(
                Rows.number(row, "mention"),
                (int) Rows.number(row, "ordinal"),
                Rows.text(row, "block"),
                json.mention(Rows.text(row, "body")),
                article);
    }

    private ArticleFacts article(Tuple row) {
        return new ArticleFacts(
                Rows.number(row, "article"),
                Rows.text(row, "article_key"),
                Rows.text(row, "url"),
                Rows.textOrNull(row, "title"),
                Rows.textOrNull(row, "publisher"),
                organizationId(Rows.textOrNull(row, "organization")),
                Rows.instantOrNull(row, "published_at"),
                Rows.instant(row, "first_seen_at"),
                Rows.textOrNull(row, "language"));
    }

    /** By alias or spelling alone: what the directory happens to know by now must not change an event. */
    private @Nullable String organizationId(@Nullable String name) {
        return name == null ? null : aliases.organization(name).orElseGet(() -> Slug.of(name));
    }
}
