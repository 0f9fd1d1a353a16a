package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestOptionsTest {

    private static final String FEEDS = "/api/v1/admin/feeds/";
    private static final String FEED = "<rss version=\"2.0\"><channel><title>T</title></channel></rss>";

    @Inject
    EntityManager database;

    @Inject
    FeedCleaner cleaner;

    private final Loopback server = new Loopback();
    private final Loopback elsewhere = new Loopback();
    private final String id = "options-" + UUID.randomUUID();

    @BeforeEach
    void add() {
        server.on("/feed", "application/rss+xml", FEED);
        admin().body(Map.of(
                        "id", id,
                        "url", server.url("/feed"),
                        "request",
                                Map.of(
                                        "userAgent", "Special/1",
                                        "headers", Map.of("X-Api-Key", "s3cret-header"),
                                        "username", "ann",
                                        "password", "s3cret-word")))
                .post("/api/v1/admin/feeds")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void close() {
        cleaner.clear();
        server.close();
        elsewhere.close();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType(ContentType.JSON);
    }

    private void poll() {
        admin().post(FEEDS + id + "/poll").then().statusCode(200);
    }

    private Map<String, List<String>> request() {
        return server.requests().get(server.requests().size() - 1);
    }

    @Test
    void theyGoOutWithThePoll() {
        poll();

        assertThat(request().get("User-agent")).containsExactly("Special/1");
        assertThat(request().get("X-api-key")).containsExactly("s3cret-header");
        assertThat(request().get("Authorization")).containsExactly("Basic YW5uOnMzY3JldC13b3Jk");
    }

    @Test
    void anotherHostThatARedirectNamesIsToldNone() {
        elsewhere.on("/feed", "application/rss+xml", FEED);
        server.on("/feed", Loopback.status(302, "Location", elsewhere.url("/feed")));
        poll();

        assertThat(elsewhere.requests().get(0)).doesNotContainKeys("X-api-key", "Authorization");
    }

    @Test
    void neitherAnswersNorTheTableNorTheTrailShowThem() {
        poll();
        for (String path : List.of(
                FEEDS + id,
                "/api/v1/admin/feeds",
                "/api/v1/admin/feeds.yaml",
                "/api/v1/admin/feeds.opml",
                "/api/v1/admin/audit",
                "/admin/feeds/" + id,
                "/admin/edit-feed/" + id)) {
            Response answer = admin().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.asString()).as(path).doesNotContain("s3cret");
        }
        String kept = QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("select request_options from feed where slug = :slug")
                        .setParameter("slug", id)
                        .getSingleResult());
        assertThat(kept).isNotBlank().doesNotContain("s3cret").doesNotContain("ann");
    }

    @Test
    void sentBackBlankedTheyStayAsTheyAre() {
        admin().body(Map.of("title", "Other")).patch(FEEDS + id).then().statusCode(200);
        poll();

        assertThat(request().get("Authorization")).containsExactly("Basic YW5uOnMzY3JldC13b3Jk");
        assertThat(request().get("X-api-key")).containsExactly("s3cret-header");
    }

    @Test
    void whatIsNoHeaderOrBelongsToTheConnectionIsRefused() {
        for (String name : List.of("Host", "content-length", "If-None-Match", "a b", "x\ny")) {
            admin().body(Map.of(
                            "id", id + "-x", "url", server.url("/x"), "request", Map.of("headers", Map.of(name, "v"))))
                    .post("/api/v1/admin/feeds")
                    .then()
                    .statusCode(400);
        }
        admin().body(Map.of(
                        "id",
                        id + "-x",
                        "url",
                        server.url("/x"),
                        "request",
                        Map.of("headers", Map.of("X", "a\r\nB: c"))))
                .post("/api/v1/admin/feeds")
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyIsToldThemAfterTheFeedHasMovedToAnotherHost() {
        elsewhere.on("/feed", "application/rss+xml", FEED);
        server.on("/feed", Loopback.status(301, "Location", elsewhere.url("/feed")));
        for (int i = 0; i < 5; i++) {
            poll();
        }

        assertThat(server.requests()).as("believed after three").hasSize(3);
        assertThat(elsewhere.requests()).hasSize(5).allSatisfy(request -> assertThat(request)
                .doesNotContainKeys("X-api-key", "Authorization"));
    }

    @Test
    void blankedTheyAreNotGivenToAnotherAddress() {
        elsewhere.on("/feed", "application/rss+xml", FEED);
        Map<String, Object> request =
                Map.of("headers", Map.of("X-Api-Key", "***"), "username", "ann", "password", "***");

        admin().body(Map.of("id", id, "url", elsewhere.url("/feed"), "request", request))
                .post(FEEDS + "preview")
                .then()
                .statusCode(400);
        admin().body(Map.of("url", elsewhere.url("/feed")))
                .patch(FEEDS + id)
                .then()
                .statusCode(400);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void theLongestThatMayBeWrittenFits() {
        Map<String, String> headers = new java.util.TreeMap<>();
        for (int i = 0; i < 20; i++) {
            headers.put("X-" + i, "é".repeat(1000));
        }
        Map<String, Object> select = new java.util.TreeMap<>();
        for (String key : List.of("item", "title", "date", "link", "summary", "next")) {
            select.put(key, ("a".repeat(19) + " ").repeat(49) + "\"".replace("\"", "b"));
        }
        for (String key : List.of("titlePattern", "datePattern")) {
            select.put(key, "\u1234".repeat(999));
        }
        admin().body(Map.of(
                        "id",
                        id + "-long",
                        "url",
                        server.url("/x"),
                        "type",
                        "page",
                        "select",
                        select,
                        "request",
                        Map.of("headers", headers)))
                .post("/api/v1/admin/feeds")
                .then()
                .statusCode(201);
    }

    @Test
    void aFeedSentBackAsItWasReadIsTheSame() {
        String json = id + "-json";
        admin().body(Map.of(
                        "id", json, "url", server.url("/list.json"), "type", "json", "select", Map.of("item", "posts")))
                .post("/api/v1/admin/feeds")
                .then()
                .statusCode(201);
        for (String feed : List.of(id, json)) {
            Response before = admin().get(FEEDS + feed);
            admin().body(before.asString()).put(FEEDS + feed).then().statusCode(200);
            Response after = admin().get(FEEDS + feed);
            assertThat(after.<Object>path("interval")).isNull();
            assertThat(after.<Object>path("select")).isEqualTo(before.<Object>path("select"));
            assertThat(after.<Object>path("request")).isEqualTo(before.<Object>path("request"));
            assertThat(after.<Integer>path("version")).as(feed).isEqualTo(before.<Integer>path("version"));
        }
    }
}
