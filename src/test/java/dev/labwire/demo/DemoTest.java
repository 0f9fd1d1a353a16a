package dev.labwire.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bundled newsroom, served and polled over HTTP from empty, ends as a timeline. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoTest {

    private static final String FEEDS = "/api/v1/admin/feeds";

    /** What keeps the pipeline from being done. */
    private static final String UNFINISHED = """
            select concat('feed ', slug) from feed where last_polled_at is null
            union all
            select concat('entry ', link) from feed_item where linked = false
            union all
            select concat('page ', url) from article where read_state = 'due' and read_attempts = 0
            union all
            select concat('reading ', a.url) from article a where not exists (
                select 1 from placed_article p join extraction e on e.id = p.extraction_id
                where p.article_id = a.id and e.version_id = a.current_version_id)
            """;

    @Inject
    Newsroom newsroom;

    @Inject
    EntityManager database;

    @BeforeEach
    void theNewsroomHasBeenRead() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(unfinished()).isEmpty());
    }

    @Test
    void theNewsroomIsLargeEnoughToShowSomething() {
        assertThat(newsroom.outlets()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(newsroom.outlets().stream()
                        .mapToInt(outlet -> outlet.articles().size())
                        .sum())
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    void everyOutletIsPolledWithAllItsArticles() {
        Map<String, Integer> written = newsroom.outlets().stream()
                .collect(
                        Collectors.toMap(Outlet::id, outlet -> outlet.articles().size()));
        assertThat(polledFeeds()).isEqualTo(written);
    }

    @Test
    void aHireToldByManyIsOneEventWithTheirQuotes() {
        JsonPath page = given().queryParam("person", "andrej-karpathy")
                .queryParam("toOrganization", "anthropic")
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(page.getList("items.id")).hasSize(1);
        assertThat(page.getString("items[0].type")).isEqualTo("people_move");
        assertThat(page.getString("items[0].kind")).isEqualTo("join");
        List<Map<String, String>> sources = page.getList("items[0].sources");
        assertThat(sources).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.getInt("items[0].sourceCount")).isEqualTo(sources.size());
        assertThat(page.getString("items[0].headline")).isEqualTo("Andrej Karpathy joins Anthropic");
        assertThat(sources).extracting(source -> source.get("publisher")).doesNotHaveDuplicates();
        assertThat(sources).extracting(source -> source.get("language")).contains("en", "hi", "zh", "ja", "es");
        assertThat(sources)
                .allSatisfy(source -> assertThat(textAt(source.get("url"))).contains(squeezed(source.get("quote"))));
    }

    @Test
    void everyQuoteOfTheTimelineStandsInItsArticle() {
        List<Map<String, String>> sources = timeline().jsonPath().getList("items.sources.flatten()");
        assertThat(sources).hasSizeGreaterThan(60);
        Map<String, String> pages = sources.stream()
                .map(source -> source.get("url"))
                .distinct()
                .collect(Collectors.toMap(url -> url, DemoTest::textAt));
        assertThat(sources)
                .allSatisfy(source -> assertThat(pages.get(source.get("url"))).contains(squeezed(source.get("quote"))));
    }

    @Test
    void anAdminSeesWhyAMentionWasMade() {
        String article = timeline().jsonPath().getString("items[0].sources[0].url");
        JsonPath forAdmin = admin().queryParam("url", article)
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String quote = forAdmin.getString("mentions[0].quote");
        assertThat(forAdmin.getString("mentions[0].explanation.frame")).isNotBlank();
        assertThat(squeezed(quote)).contains(squeezed(forAdmin.getString("mentions[0].explanation.words")));
        assertThat(forAdmin.<String, Float>getMap("mentions[0].explanation.evidence"))
                .containsKey("frame");
        given().queryParam("url", article)
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .body("mentions[0].containsKey('explanation')", equalTo(false));
    }

    @Test
    void pollingAgainChangesNothing() {
        String before = timeline().asString();

        for (Outlet outlet : newsroom.outlets()) {
            JsonPath poll = admin().post(FEEDS + "/" + outlet.id() + "/poll")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(poll.getInt("new") + poll.getInt("changed"))
                    .as(outlet.id())
                    .isZero();
        }

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> unfinished().isEmpty() && timeline().asString().equals(before));
    }

    /** The number of articles of each feed that was polled well. */
    private static Map<String, Integer> polledFeeds() {
        List<Map<String, Object>> feeds = admin().get(FEEDS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.lastPolledAt != null && it.lastError == null }");
        return feeds.stream()
                .collect(Collectors.toMap(feed -> (String) feed.get("id"), feed -> (Integer) feed.get("articles")));
    }

    private static Response timeline() {
        return given().queryParam("limit", 500)
                .queryParam("salience", "any")
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private List<String> unfinished() {
        return QuarkusTransaction.requiringNew().call(() -> database.unwrap(Session.class)
                .createNativeQuery(UNFINISHED, String.class)
                .getResultList());
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password");
    }

    private static String textAt(String url) {
        return squeezed(
                Jsoup.parse(given().get(url).then().statusCode(200).extract().asString())
                        .text());
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
