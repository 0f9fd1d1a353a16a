package dev.labwire.timeline;

import dev.labwire.directory.Aliases;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.Release;
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

    /** What merging knows of these placed articles, by id. */
    Map<Long, ArticleFacts> facts(Collection<Long> ids) {
        String factsOfArticles = """
                select a.id as article, a.article_key as article_key, a.url as url, a.title as title,
                    a.publisher as publisher, a.organization as organization, a.published_at as published_at,
                    a.first_seen_at as first_seen_at, e.language as language
                from article a
                left join placed_article p on p.article_id = a.id
                left join extraction e on e.id = p.extraction_id
                where a.id in (:ids)
                """;
        Map<Long, ArticleFacts> facts = new HashMap<>();
        Rows.chunks(ids).forEach(some -> session.createNativeQuery(factsOfArticles, Tuple.class)
                .setParameter("ids", some)
                .getResultList()
                .forEach(row -> facts.put(Rows.number(row, "article"), article(row))));
        return facts;
    }

    /** What these articles are placed as telling, by article, in reading order; held mentions too. */
    Map<Long, List<Mention>> placed(Collection<Long> ids) {
        String mentionsOfArticles = """
                select m.article_id as article, m.body as body from placed_article p
                join mention m on m.extraction_id = p.extraction_id
                where p.article_id in (:ids)
                order by m.article_id, m.ordinal
                """;
        Map<Long, List<Mention>> mentions = new HashMap<>();
        Rows.chunks(ids).forEach(some -> session.createNativeQuery(mentionsOfArticles, Tuple.class)
                .setParameter("ids", some)
                .getResultList()
                .forEach(row -> mentions.computeIfAbsent(Rows.number(row, "article"), id -> new ArrayList<>())
                        .add(json.mention(Rows.text(row, "body")))));
        return mentions;
    }

    /** What each article of a model's events says of it, by publication. */
    List<Figures.Said> saidOfModel(String model) {
        String mentionsOfModel = """
                select m.body as body, a.url as url, a.publisher as publisher, a.organization as organization,
                    a.published_at as published_at
                from event ev
                join event_source s on s.event_id = ev.id
                join mention m on m.id = s.mention_id
                join article a on a.id = s.article_id
                where ev.model_slug = :model and ev.gone = false
                order by a.published_at, a.url, m.ordinal
                """;
        List<Figures.Said> said = new ArrayList<>();
        for (Tuple row : session.createNativeQuery(mentionsOfModel, Tuple.class)
                .setParameter("model", model)
                .getResultList()) {
            Release release = json.mention(Rows.text(row, "body")).release();
            if (release != null) {
                String writer = organizationId(Rows.textOrNull(row, "organization"));
                boolean firstParty = writer != null
                        && release.organization() != null
                        && writer.equals(release.organization().id());
                said.add(new Figures.Said(
                        release,
                        new Figures.Reporter(
                                Rows.text(row, "url"),
                                Rows.textOrNull(row, "publisher"),
                                Rows.instantOrNull(row, "published_at"),
                                firstParty)));
            }
        }
        return said;
    }
}
