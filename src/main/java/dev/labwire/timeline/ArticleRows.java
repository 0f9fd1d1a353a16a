package dev.labwire.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Finds an article by its address, with all that was found in it. */
@ApplicationScoped
class ArticleRows {

    private static final String ARTICLES_OF_URLS = """
            select a.id as id, a.url as url, a.title as title, a.publisher as publisher, a.organization as organization,
                a.published_at as published_at, a.author as author, a.language as language,
                a.first_seen_at as first_seen_at, a.read_state as read_state, v.text as text
            from article a
            left join article_version v on v.id = a.current_version_id
            where a.url in (:urls)
            order by a.first_seen_at desc, a.id desc
            """;

    private static final String MENTIONS_OF_ARTICLES = """
            select m.body as body, m.explanation as explanation, ev.public_id as event
            from article a
            join extraction e on e.version_id = a.current_version_id
                and e.id = (select max(n.id) from extraction n where n.version_id = a.current_version_id)
            join mention m on m.extraction_id = e.id
            left join event_source s on s.mention_id = m.id
            left join event ev on ev.id = s.event_id and ev.gone = false
            where a.id in (:articles)
            order by a.id desc, m.ordinal
            """;

    private final Session session;
    private final EventJson json;

    ArticleRows(Session session, EventJson json) {
        this.session = session;
        this.json = json;
    }

    /** The article under any of these addresses; entries that share one link are shown as one. */
    @Transactional
    Optional<ArticleReport> find(List<String> urls, boolean admin) {
        List<Tuple> articles = session.createNativeQuery(ARTICLES_OF_URLS, Tuple.class)
                .setParameter("urls", urls)
                .getResultList();
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = articles.stream().map(row -> Rows.number(row, "id")).toList();
        return Optional.of(report(articles.get(0), mentions(ids, admin), admin ? text(articles) : null));
    }

    private List<ArticleReport.FoundMention> mentions(List<Long> articles, boolean admin) {
        return session
                .createNativeQuery(MENTIONS_OF_ARTICLES, Tuple.class)
                .setParameter("articles", articles)
                .getResultList()
                .stream()
                .map(row -> new ArticleReport.FoundMention(
                        json.mention(Rows.text(row, "body")),
                        Rows.textOrNull(row, "event"),
                        admin ? json.explanation(Rows.textOrNull(row, "explanation")) : null))
                .toList();
    }

    private static String text(List<Tuple> articles) {
        List<String> texts = new ArrayList<>();
        articles.forEach(row -> {
            String text = Rows.textOrNull(row, "text");
            if (text != null) {
                texts.add(text);
            }
        });
        return String.join("\n\n", texts);
    }

    private static ArticleReport report(Tuple row, List<ArticleReport.FoundMention> mentions, @Nullable String text) {
        return new ArticleReport(
                Rows.text(row, "url"),
                Rows.textOrNull(row, "title"),
                Rows.textOrNull(row, "publisher"),
                Rows.textOrNull(row, "organization"),
                Rows.instantOrNull(row, "published_at"),
                Rows.textOrNull(row, "author"),
                Rows.textOrNull(row, "language"),
                Rows.instant(row, "first_seen_at"),
                Rows.text(row, "read_state"),
                mentions,
                text);
    }
}
