package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.Loopback;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds as an admin edits them over the API, beside those of the file. */
@QuarkusTest
class FeedEditingTest {

    private static final String FEEDS = "/api/v1/admin/feeds";

    @Inject
    FeedFile file;

    @Inject
    FeedConfig config;

    @Inject
    FeedReconciler reconciler;

    @Inject
    FeedCleaner cleaner;

    private final Loopback server = new Loopback();

    @BeforeEach
    void oneFeedOfTheFile() throws IOException {
        cleaner.clear();
        write("feeds:\n  - { id: of-file, url: 'https://file.example/feed', tags: [lab] }\n");
    }

    @AfterEach
    void close() throws IOException {
        Files.deleteIfExists(config.feedsFile());
        file.check();
        cleaner.clear();
        server.close();
    }

    private void write(String text) throws IOException {
        Path path = config.feedsFile().toAbsolutePath();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        file.check();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType(ContentType.JSON);
    }

    private static ValidatableResponse add(Map<String, Object> feed) {
        return admin().body(feed).post(FEEDS).then();
    }

    private static Object audited(String subject, String path) {
        return admin().queryParam("subject", subject).get("/api/v1/admin/audit").path(path);
    }

    @Test
    void aFeedIsAddedAndShownAndDeleted() {
        add(Map.of("url", "https://a.example/rss", "title", "Example & Sons", "tags", List.of("lab", "blog")))
                .statusCode(201)
                .header("Location", "/api/v1/admin/feeds/example-sons")
                .body("id", equalTo("example-sons"))
                .body("managedBy", equalTo("api"))
                .body("enabled", equalTo(true))
                .body("interval", nullValue())
                .body("version", equalTo(1));
        admin().get(FEEDS).then().body("items.id", hasItem("example-sons"));

        admin().delete(FEEDS + "/example-sons").then().statusCode(204);
        admin().get(FEEDS + "/example-sons").then().statusCode(404);
        admin().get(FEEDS).then().body("items.id", not(hasItem("example-sons")));
        admin().delete(FEEDS + "/example-sons").then().statusCode(404);
        assertThat(audited("feed:example-sons", "items.action")).isEqualTo(List.of("feed.delete", "feed.create"));
        assertThat(audited("feed:example-sons", "items[0].before.title")).isEqualTo("Example & Sons");
    }

    @Test
    void askingTwiceAddsOnce() {
        add(Map.of("url", "https://a.example/rss")).statusCode(201).body("id", equalTo("a-example"));
        add(Map.of("url", "https://a.example/rss")).statusCode(200).body("id", equalTo("a-example"));
        add(Map.of("id", "a-example", "url", "https://a.example/rss")).statusCode(200);
        assertThat(cleaner.count()).isEqualTo(2);
        add(Map.of("id", "a-example", "url", "https://b.example/rss")).statusCode(409);
        add(Map.of("id", "other", "url", "https://a.example/rss"))
                .statusCode(409)
                .body("detail", containsString("a-example"));
        add(Map.of("url", "https://a.example/atom")).statusCode(201).body("id", equalTo("a-example-2"));
    }

    @Test
    void whatIsReadCanBeSentBackAndChangesNothing() {
        add(Map.of(
                "id",
                "page",
                "url",
                "https://p.example/news",
                "type",
                "page",
                "select",
                Map.of("item", "a.card", "date", "time"),
                "organization",
                "OpenAI"));
        String shown = admin().get(FEEDS + "/page").asString();

        admin().body(shown).put(FEEDS + "/page").then().statusCode(200).body("select.item", equalTo("a.card"));
        admin().get(FEEDS + "/page")
                .then()
                .body("organization", equalTo("OpenAI"))
                .body("type", equalTo("page"));
    }

    @Test
    void aPatchChangesWhatItNamesAndTakesAwayWhatItNulls() {
        add(Map.of("id", "a", "url", "https://a.example/rss", "organization", "OpenAI", "tags", List.of("x")));
        admin().body("{\"title\":\"A\",\"organization\":null,\"interval\":\"PT2H\"}")
                .contentType("application/merge-patch+json")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(200)
                .body("title", equalTo("A"))
                .body("organization", nullValue())
                .body("interval", equalTo("PT2H"))
                .body("tags", equalTo(List.of("x")))
                .body("version", equalTo(2));
        assertThat(audited("feed:a", "items[0].changed")).isEqualTo(List.of("interval", "organization", "title"));
        admin().body("{\"title\":\"A\"}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        admin().body("{\"url\":null}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        admin().body("[]").patch(FEEDS + "/a").then().statusCode(400);
        admin().body("{}").patch(FEEDS + "/unknown").then().statusCode(404);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String created = admin().body(Map.of("url", "https://a.example/rss"))
                .put(FEEDS + "/a")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        String seen = admin().get(FEEDS + "/a").header("ETag");

        admin().header("If-Match", seen)
                .body("{\"title\":\"B\"}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(200);
        admin().header("If-Match", seen)
                .body("{\"title\":\"C\"}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        admin().header("If-Match", created)
                .body(Map.of("url", "https://c.example/rss"))
                .put(FEEDS + "/a")
                .then()
                .statusCode(412);
        admin().header("If-Match", seen).delete(FEEDS + "/a").then().statusCode(412);
        admin().header("If-Match", "*")
                .body("{\"title\":\"D\"}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(200);
        admin().header("If-None-Match", "*")
                .body(Map.of("url", "https://a.example/rss"))
                .put(FEEDS + "/a")
                .then()
                .statusCode(412);
        admin().header("If-Match", "\"1\"")
                .body(Map.of("url", "https://z.example/rss"))
                .put(FEEDS + "/z")
                .then()
                .statusCode(412);
        admin().get(FEEDS + "/z").then().statusCode(404);
        admin().get(FEEDS + "/a").then().body("title", equalTo("D"));
    }

    @Test
    void aPollInBetweenHindersNoChange() {
        server.on(
                "/f",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><item><title>T</title><guid>1</guid></item></channel></rss>");
        add(Map.of("id", "a", "url", server.url("/f"))).statusCode(201);
        String seen = admin().get(FEEDS + "/a").header("ETag");
        admin().post(FEEDS + "/a/poll").then().statusCode(200).body("new", equalTo(1));

        assertThat(admin().get(FEEDS + "/a").header("ETag")).isNotEqualTo(seen);
        admin().header("If-Match", seen)
                .body("{\"title\":\"B\"}")
                .patch(FEEDS + "/a")
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheFileOwnsIsChangedInTheFile() {
        String says = "managed by the file feeds.yaml, line 2";
        admin().body(Map.of("url", "https://x.example/"))
                .put(FEEDS + "/of-file")
                .then()
                .statusCode(409)
                .body("detail", containsString(says));
        admin().body("{\"title\":\"X\"}")
                .patch(FEEDS + "/of-file")
                .then()
                .statusCode(409)
                .body("detail", containsString(says));
        admin().delete(FEEDS + "/of-file").then().statusCode(409).body("detail", containsString(says));
        admin().post(FEEDS + "/of-file/pause").then().statusCode(200).body("paused", equalTo(true));
        admin().get(FEEDS + "/of-file")
                .then()
                .body("url", equalTo("https://file.example/feed"))
                .body("line", equalTo(2));
        assertThat(audited("feed:of-file", "items[0].action")).isEqualTo("feed.pause");
    }

    @Test
    void aPauseSurvivesAnEditOfTheFile() throws IOException {
        admin().post(FEEDS + "/of-file/pause").then().statusCode(200);
        write("feeds:\n  - { id: of-file, url: 'https://file.example/feed', title: Renamed }\n");
        admin().get(FEEDS + "/of-file").then().body("title", equalTo("Renamed")).body("paused", equalTo(true));
    }

    @Test
    void theFileDoesNotTakeAFeedOfTheApiUntilThatIsDeleted() throws IOException {
        add(Map.of("id", "mine", "url", "https://mine.example/rss")).statusCode(201);
        write("feeds:\n  - { id: mine, url: 'https://theirs.example/rss' }\n");

        admin().get(FEEDS + "/mine")
                .then()
                .body("url", equalTo("https://mine.example/rss"))
                .body("managedBy", equalTo("api"));
        assertThat(file.state().faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .contains("line 2", "'mine'"));
        admin().get(FEEDS + "/plan").then().statusCode(200).body("conflicts[0].id", equalTo("mine"));

        admin().delete(FEEDS + "/mine").then().statusCode(204);
        write("feeds:\n  - { id: mine, url: 'https://theirs.example/rss', title: Now theirs }\n");
        admin().get(FEEDS + "/mine")
                .then()
                .body("managedBy", equalTo("file"))
                .body("url", equalTo("https://theirs.example/rss"));
    }

    @Test
    void aPlanSaysWhatAFileWouldDoAndDoesNothing() {
        admin().contentType("text/plain;charset=UTF-8")
                .body("feeds:\n  - { id: of-file, url: 'https://file.example/feed', title: Renamed, tags: [lab] }\n"
                        + "  - { id: new, url: 'https://new.example/' }\n")
                .post(FEEDS + "/plan")
                .then()
                .statusCode(200)
                .body("added.id", equalTo(List.of("new")))
                .body("changed[0].id", equalTo("of-file"))
                .body("changed[0].fields.title.from", equalTo("of-file"))
                .body("changed[0].fields.title.to", equalTo("Renamed"))
                .body("retired", equalTo(List.of()));
        admin().contentType("text/plain;charset=UTF-8")
                .body("feeds: []")
                .post(FEEDS + "/plan")
                .then()
                .body("retired", equalTo(List.of("of-file")));
        admin().get(FEEDS)
                .then()
                .body("items.id", equalTo(List.of("of-file")))
                .body("items[0].title", equalTo("of-file"));
    }

    @Test
    void aPlanOfAFileWithMistakesNamesEachWithItsLine() {
        admin().contentType("text/plain;charset=UTF-8")
                .body("feeds:\n  - id: a\n    url: nowhere\n    intervall: PT1H\n  - id: b\n")
                .post(FEEDS + "/plan")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of("feeds[0].intervall", "feeds[0].url", "feeds[1].url")))
                .body(
                        "errors[0].message",
                        allOf(containsString("line 4, column 5"), containsString("did you mean 'interval'?")))
                .body("errors[1].message", containsString("line 3, column 10"))
                .body("errors[2].message", containsString("line 5"));
    }

    @Test
    void anExportPutIntoForceChangesNothing() {
        add(Map.of(
                "id",
                "odd",
                "url",
                "https://o.example/?a=1&b=ü#x",
                "title",
                "- yes: \"null\" 'x' #1 \uD83D\uDE80 ",
                "tags",
                List.of("1e3", "no", "~", "a b")));
        add(Map.of(
                "id",
                "2026",
                "url",
                "https://y.example/",
                "title",
                "true",
                "interval",
                "PT90M",
                "enabled",
                false,
                "fullText",
                false));
        add(Map.of(
                "id",
                "page",
                "url",
                "https://p.example/",
                "type",
                "page",
                "select",
                Map.of("item", "a[href^='/news/']", "title", "h3, .t")));
        add(Map.of("id", "secret", "url", "https://user:pa55@s.example/feed?token=t0ps3cret&x=1"))
                .statusCode(201);
        String exported = admin().get(FEEDS.replace("feeds", "feeds.yaml"))
                .then()
                .statusCode(200)
                .contentType(containsString("yaml"))
                .extract()
                .asString();

        assertThat(exported).startsWith("# yaml-language-server: $schema=https://labwire.example/feeds.schema.json");
        assertThat(exported)
                .contains("https://***@s.example/feed?token=***&x=1")
                .doesNotContain("pa55", "t0ps3cret");
        admin().contentType("text/plain;charset=UTF-8")
                .body(exported)
                .post(FEEDS + "/plan")
                .then()
                .statusCode(200)
                .body("added", equalTo(List.of()))
                .body("changed", equalTo(List.of()))
                .body("retired", equalTo(List.of()))
                .body("conflicts", equalTo(List.of()))
                .body("unchanged", equalTo(5));
    }

    @Test
    void anAddressWithASecretIsNeverShownAndNeverLost() {
        add(Map.of("id", "s", "url", "https://user:pa55@s.example/feed?api_key=k3y"))
                .statusCode(201)
                .body("url", equalTo("https://***@s.example/feed?api_key=***"));
        admin().body(admin().get(FEEDS + "/s").asString())
                .put(FEEDS + "/s")
                .then()
                .statusCode(200);
        assertThat(cleaner.url("s")).isEqualTo("https://user:pa55@s.example/feed?api_key=k3y");
        admin().body("{\"title\":\"T\"}").patch(FEEDS + "/s").then().statusCode(200);
        assertThat(cleaner.url("s")).isEqualTo("https://user:pa55@s.example/feed?api_key=k3y");
        admin().body("{\"url\":\"https://***@other.example/\"}")
                .patch(FEEDS + "/s")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("where a secret belongs"));
        for (String path : List.of(
                FEEDS,
                FEEDS + "/s",
                "/api/v1/admin/audit",
                "/api/v1/admin/feeds.opml",
                "/api/v1/admin/feeds.yaml",
                "/admin/feeds",
                "/admin/feeds/s",
                "/admin/edit-feed/s",
                "/admin/audit",
                "/q/metrics")) {
            assertThat(admin().get(path).asString()).as(path).doesNotContain("pa55", "k3y");
        }
    }

    @Test
    void aBodyWhoseTypeCurlWasNotToldIsTaken() {
        String exported = admin().get("/api/v1/admin/feeds.yaml").asString();
        RequestSpecification curl = given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)))
                .contentType("application/x-www-form-urlencoded");
        curl.body(exported + "#" + "x".repeat(10_000))
                .post(FEEDS + "/plan")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(1));
        curl.body("{\"url\":\"https://curl.example/\"}").post(FEEDS).then().statusCode(201);
    }

    @Test
    void aShorterIntervalCountsFromTheLastPoll() {
        server.on(
                "/f",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><item><title>T</title><guid>1</guid></item></channel></rss>");
        add(Map.of("id", "a", "url", server.url("/f")));
        admin().post(FEEDS + "/a/poll").then().statusCode(200);
        admin().body("{\"interval\":\"PT1M\"}").patch(FEEDS + "/a").then().statusCode(200);

        Instant polled = Instant.parse(admin().get(FEEDS + "/a").path("lastPolledAt"));
        assertThat(Instant.parse(admin().get(FEEDS + "/a").path("nextPollAt"))).isEqualTo(polled.plusSeconds(60));
    }

    @Test
    void aTagActsOnAllItsFeeds() {
        add(Map.of("id", "a", "url", "https://a.example/", "tags", List.of("lab", "two words")));
        admin().get("/api/v1/admin/tags")
                .then()
                .body("items.tag", equalTo(List.of("lab", "two words")))
                .body("items[0].feeds", equalTo(2));
        admin().post("/api/v1/admin/tags/lab/pause").then().statusCode(200).body("paused", equalTo(2));
        admin().get(FEEDS + "/of-file").then().body("paused", equalTo(true));
        admin().post("/api/v1/admin/tags/two words/resume")
                .then()
                .statusCode(200)
                .body("paused", equalTo(0));
        admin().post("/api/v1/admin/tags/lab/poll").then().statusCode(200);
        admin().post("/api/v1/admin/tags/none/pause").then().statusCode(404);
        admin().queryParam("tag", "two words").get(FEEDS).then().body("items.id", equalTo(List.of("a")));
    }

    @Test
    void aFeedThatComesBackKeepsItsEntries() {
        server.on(
                "/f",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><item><title>T</title><guid>1</guid></item></channel></rss>");
        add(Map.of("id", "a", "url", server.url("/f")));
        admin().post(FEEDS + "/a/poll").then().body("new", equalTo(1));
        admin().delete(FEEDS + "/a").then().statusCode(204);

        add(Map.of("id", "a", "url", server.url("/f"))).statusCode(201).body("articles", equalTo(1));
        admin().post(FEEDS + "/a/poll").then().body("new", equalTo(0));
    }

    @Test
    void aBlankedAddressMeansThatOfTheFeedOfItsIdAndOfNoOther() throws IOException {
        write(
                "feeds:\n  - { id: ff, url: 'https://s.example/a?token=AAA' }\n  - { id: gg, url: 'https://s.example/a?token=BBB' }\n");
        String exported = admin().get("/api/v1/admin/feeds.yaml").asString();
        admin().contentType("text/plain;charset=UTF-8")
                .body(exported)
                .post(FEEDS + "/plan")
                .then()
                .body("changed", equalTo(List.of()))
                .body("unchanged", equalTo(2));
        add(Map.of("id", "hh", "url", "https://s.example/a?token=***"))
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        add(Map.of("id", "old", "url", "https://s.example/b?token=OLD")).statusCode(201);
        admin().delete(FEEDS + "/old").then().statusCode(204);
        add(Map.of("id", "old", "url", "https://s.example/b?token=***")).statusCode(400);
    }
}
