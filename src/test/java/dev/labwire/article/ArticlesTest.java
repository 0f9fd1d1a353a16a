package dev.labwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import dev.labwire.storage.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticlesTest {

    private static final String PROSE = "The laboratory announced today that its newest model is available to everyone,"
            + " after months of testing with a small group of partners in several countries. ";

    @Inject
    EntityManager database;

    @Inject
    Writes writes;

    @Inject
    ArticleLinker linker;

    @Inject
    ArticleReader reader;

    @Inject
    ArticleRepository articles;

    @Inject
    ArticleShelf shelf;

    private final Loopback server = new Loopback();

    @AfterEach
    void close() {
        writes.run(() -> database.createQuery("update Article set readState = 'given_up' where readState = 'due'")
                .executeUpdate());
        server.close();
    }

    private long feed(@Nullable String organization, @Nullable Boolean fullText) {
        String slug = "article-" + UUID.randomUUID();
        sql("insert into feed (slug, title, url, type, organization, tags, full_text, enabled, paused, managed_by,"
                + " next_poll_at, consecutive_failures, created_at) values ('" + slug + "', 'Feed of "
                + (organization == null ? "others" : organization) + "', '" + server.url("/feed") + "', 'feed', "
                + (organization == null ? "null" : "'" + organization + "'") + ", 'lab', " + fullText
                + ", false, false, 'api', current_timestamp, 0, current_timestamp)");
        return (Long) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select id from feed where slug = '" + slug + "'", Long.class)
                        .getSingleResult());
    }

    private void item(
            long feed,
            String key,
            @Nullable String link,
            boolean shared,
            String title,
            String summary,
            String content) {
        sql("insert into feed_item (feed_id, item_key, link, shared_link, title, summary, content, published_at,"
                + " content_hash, first_seen_at, changed_at, linked) values (" + feed + ", '" + key + "', "
                + (link == null ? "null" : "'" + link + "'") + ", " + shared + ", '" + title + "', '" + summary + "', '"
                + content + "', timestamp with time zone '2026-08-18 10:00:00+00', '" + UUID.randomUUID()
                + "', current_timestamp, current_timestamp, false)");
        link();
    }

    private void edit(String key, String title, String content) {
        sql("update feed_item set title = '" + title + "', content = '" + content + "', content_hash = '"
                + UUID.randomUUID() + "', linked = false where item_key = '" + key + "'");
        link();
    }

    private void sql(String statement) {
        writes.run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private void link() {
        while (linker.runOnce(50) > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private Article article(String url) {
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.find("url", url).firstResult());
    }

    @Test
    void oneArticleForAPageHoweverManyFeedsCarryIt() {
        String url = server.url("/one");
        item(feed(null, null), "k1", url + "?utm_source=rss", false, "Reported", "Short", "");
        item(feed("Lab", null), "k2", url + "/", false, "By the lab", "Short too", "");

        List<ReadableArticle> found = shelf.byUrl(url + "#x");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).feeds()).hasSize(2);
        assertThat(found.get(0).organization()).isEqualTo("Lab");
        assertThat(found.get(0).publisher()).isEqualTo("Feed of Lab");
        assertThat(found.get(0).title()).isEqualTo("By the lab");
        assertThat(found.get(0).tags()).containsExactly("lab");
        assertThat(found.get(0).publishedAt()).isEqualTo(Instant.parse("2026-08-18T10:00:00Z"));
        assertThat(linker.runOnce(50)).isZero();
    }

    @Test
    void entriesThatShareALinkAreArticlesOfTheirOwnAndTheirPageIsNotRead() {
        long feed = feed(null, true);
        String url = server.url("/log");
        item(feed, "s1", url, true, "Version 1", "First", "");
        item(feed, "s2", url, true, "Version 2", "Second", "");

        assertThat(shelf.byUrl(url)).extracting(ReadableArticle::text).containsExactly("First", "Second");
        assertThat(article(url).readState).isEqualTo(Article.NONE);
    }

    @Test
    void aFeedThatSaysNeverKeepsItsArticlesPagesUnread() {
        String url = server.url("/paywalled");
        item(feed(null, false), "n1", url, false, "Headline", "Standfirst", "");

        assertThat(article(url).readState).isEqualTo(Article.NONE);
    }

    @Test
    void aDateFarAheadIsNotBelieved() {
        String url = server.url("/future");
        long feed = feed(null, false);
        sql(
                "insert into feed_item (feed_id, item_key, link, shared_link, title, published_at, content_hash, first_seen_at,"
                        + " changed_at, linked) values (" + feed + ", 'z1', '" + url + "', false, 'Soon',"
                        + " timestamp with time zone '2999-01-01 00:00:00+00', 'h', current_timestamp, current_timestamp, false)");
        link();

        assertThat(shelf.byUrl(url)).singleElement().satisfies(article -> assertThat(article.publishedAt())
                .isNull());
    }

    @Test
    void anEntryWithoutLinkIsAnArticleAllTheSame() {
        item(feed(null, null), "0123456789abcdef0123", null, false, "No link", "Text", "");

        assertThat(shelf.byUrl(server.url("/feed#0123456789abcdef")))
                .extracting(ReadableArticle::title)
                .containsExactly("No link");
    }

    @Test
    void theFeedsOwnTextIsThereAtOnceAndAnEditMakesANewVersion() {
        String url = server.url("/full");
        item(feed(null, null), "f1", url, false, "Full", "Short", "<p>" + PROSE.repeat(5) + "</p>");
        ReadableArticle first = shelf.byUrl(url).get(0);
        assertThat(first.text()).isEqualTo(PROSE.repeat(5).strip());
        assertThat(article(url).readState).isEqualTo(Article.NONE);

        edit("f1", "Full", "<p>Corrected. " + PROSE.repeat(4) + "</p>");
        ReadableArticle second = shelf.byIds(List.of(first.articleId())).get(first.articleId());
        assertThat(second.text()).startsWith("Corrected.");
        assertThat(second.versionId()).isNotEqualTo(first.versionId());

        edit("f1", "Full", "<p>" + PROSE.repeat(5) + "</p>");
        assertThat(shelf.byUrl(url).get(0).versionId())
                .as("the same text is no new row")
                .isEqualTo(first.versionId());
    }

    @Test
    void thePageIsReadWhereTheFeedHasOnlyASummary() {
        String url = server.url("/page");
        server.on(
                "/page",
                "text/html",
                "<html lang=en><body><article><p>" + PROSE.repeat(4) + "</p></article></body></html>");
        item(feed(null, null), "p1", url, false, "Page", "Short", "");
        assertThat(shelf.byUrl(url).get(0).text()).isEqualTo("Short");

        reader.runOnce(10);

        assertThat(article(url).readState).isEqualTo(Article.READ);
        assertThat(shelf.byUrl(url).get(0).text()).isEqualTo(PROSE.repeat(4).strip());
        assertThat(shelf.byUrl(url).get(0).language()).isEqualTo("en");
        assertThat(reader.runOnce(10)).isZero();
    }

    @Test
    void aChallengePageIsNotTheText() {
        String url = server.url("/wall");
        server.on("/wall", "text/html", "<title>Just a moment...</title><main><p>" + PROSE.repeat(2) + "</p></main>");
        item(feed(null, null), "w1", url, false, "Wall", "Short", "");

        reader.runOnce(10);

        Article article = article(url);
        assertThat(article.readState).isEqualTo(Article.DUE);
        assertThat(article.readError).contains("challenge");
        assertThat(article.readAttempts).isEqualTo(1);
        assertThat(Duration.between(Instant.now(), article.nextReadAt))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(shelf.byUrl(url).get(0).text()).isEqualTo("Short");
    }

    @Test
    void whatIsMissingOrNoPageIsGivenUpAtOnce() {
        server.on("/paper.pdf", "application/pdf", "%PDF");
        item(feed(null, null), "m1", server.url("/missing"), false, "Missing", "", "");
        item(feed(null, null), "m2", server.url("/paper.pdf"), false, "Paper", "", "");

        reader.runOnce(10);

        assertThat(article(server.url("/missing")).readState).isEqualTo(Article.GIVEN_UP);
        assertThat(article(server.url("/paper.pdf")).readState).isEqualTo(Article.GIVEN_UP);
        assertThat(shelf.byUrl(server.url("/missing")).get(0).text()).isEqualTo("Missing");
    }

    @Test
    void afterTenFailuresAPageIsGivenUp() {
        String url = server.url("/down");
        server.on("/down", Loopback.status(500));
        item(feed(null, null), "d1", url, false, "Down", "", "");
        for (int attempt = 0; attempt < 10; attempt++) {
            sql("update article set next_read_at = current_timestamp where url = '" + url + "'");
            assertThat(reader.runOnce(10)).isEqualTo(1);
        }

        assertThat(article(url).readState).isEqualTo(Article.GIVEN_UP);
        assertThat(article(url).readError).contains("500");
    }

    @Test
    void idsArePagedInOrder() {
        item(feed(null, null), "i1", server.url("/i1"), false, "I1", "", "");
        item(feed(null, null), "i2", server.url("/i2"), false, "I2", "", "");
        Long first = article(server.url("/i1")).id;

        assertThat(shelf.idsAfter(first - 1, 1)).containsExactly(first);
        assertThat(shelf.idsAfter(first, 100)).containsExactly(article(server.url("/i2")).id);
    }
}
