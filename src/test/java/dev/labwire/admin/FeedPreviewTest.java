package dev.labwire.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.Loopback;
import dev.labwire.access.Browser;
import dev.labwire.feed.FeedCleaner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that are tried before they are added. */
@QuarkusTest
class FeedPreviewTest {

    private static final String PREVIEW = "/api/v1/admin/feeds/preview";
    private static final String NEWS = "Jane Miller has joined Mistral AI as chief scientist. ";

    @Inject
    EntityManager database;

    @Inject
    FeedCleaner cleaner;

    private final Loopback server = new Loopback();

    @AfterEach
    void close() {
        cleaner.clear();
        server.close();
    }

    private static ValidatableResponse preview(Map<String, Object> feed) {
        return given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/json")
                .body(feed)
                .post(PREVIEW)
                .then();
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel>" + items + "</channel></rss>";
    }

    private static String item(int number, String title) {
        return "<item><guid>" + number + "</guid><title>" + title + "</title><link>https://unknown.invalid/" + number
                + "</link><pubDate>Tue, " + (10 + number) + " May 2026 10:00:00 GMT</pubDate></item>";
    }

    private List<Long> rows() {
        return List.of("feed", "feed_item", "article", "event", "audit_entry").stream()
                .map(table -> (Long) database.createNativeQuery("select count(*) from " + table, Long.class)
                        .getSingleResult())
                .toList();
    }

    @Test
    void aFeedIsShownWithWhatWouldComeOfItAndNothingIsStored() {
        server.on(
                "/feed",
                "application/rss+xml",
                rss(item(1, "Jane Miller joins Mistral AI as chief scientist") + item(2, "Nothing of note")));
        List<Long> before = rows();

        preview(Map.of("url", server.url("/feed")))
                .statusCode(200)
                .body("status", equalTo(200))
                .body("error", nullValue())
                .body("health.entries", equalTo(2))
                .body("health.newest", equalTo("2026-05-12T10:00:00Z"))
                .body(
                        "items.title",
                        equalTo(List.of("Nothing of note", "Jane Miller joins Mistral AI as chief scientist")))
                .body("items[0].mentions", hasSize(0))
                .body("items[1].state", equalTo("new"))
                .body("items[1].note", containsString("does not resolve"))
                .body("items[1].mentions[0].kind", equalTo("join"))
                .body("items[1].mentions[0].move.to.name", equalTo("Mistral AI"));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anEntryWithoutATitleIsCalledByTheBeginningOfItsText() {
        server.on(
                "/feed",
                "application/rss+xml",
                rss("<item><guid>1</guid><description>&lt;p&gt;A few words&lt;/p&gt;</description></item>"));

        preview(Map.of("url", server.url("/feed"))).statusCode(200).body("items[0].title", equalTo("A few words"));
    }

    @Test
    void aListingPageShowsWhatEachSelectorMatches() {
        String cards = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "<div class='card'><a href='/a/" + i + "'><h3>Headline " + i
                        + "</h3></a><time datetime='2026-05-" + (i + 10) + "'>x</time></div>")
                .collect(Collectors.joining());
        server.on("/list", "text/html", "<html><body>" + cards + "</body></html>");
        server.on("/a/12", "text/html", "<html><body><article><p>" + NEWS.repeat(8) + "</p></article></body></html>");
        Instant start = Instant.now();

        preview(Map.of(
                        "url",
                        server.url("/list"),
                        "type",
                        "page",
                        "select",
                        Map.of("item", ".card", "title", "h3", "date", ".nothing")))
                .statusCode(200)
                .body("selectors.name", equalTo(List.of("item", "title", "date")))
                .body("selectors.matched", equalTo(List.of(12, 12, 0)))
                .body("selectors[1].samples", hasItem("Headline 1"))
                .body("health.withoutDate", equalTo(12))
                .body("health.warnings", hasItem(containsString("no entry has a date")))
                .body("items", hasSize(12));
        preview(Map.of(
                        "url",
                        server.url("/list"),
                        "type",
                        "page",
                        "select",
                        Map.of("item", ".card", "title", "h3", "date", "time")))
                .body("items[0].title", equalTo("Headline 12"))
                .body("items[0].textFrom", equalTo("page"))
                .body("items[0].mentions.kind", hasItem("join"))
                .body("items[1].note", containsString("404"))
                .body("items[10].mentions", nullValue());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void entriesThatAreStoredAndEditedAreToldApart() {
        server.on("/feed", "application/rss+xml", rss(item(1, "One") + item(2, "Two")));
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/json")
                .body(Map.of("id", "previewed", "url", server.url("/feed")))
                .post("/api/v1/admin/feeds")
                .then()
                .statusCode(201);
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post("/api/v1/admin/feeds/previewed/poll")
                .then()
                .statusCode(200);
        server.on("/feed", "application/rss+xml", rss(item(1, "One") + item(2, "Two, edited") + item(3, "Three")));

        preview(Map.of("url", server.url("/feed"))).body("items.state", equalTo(List.of("new", "edited", "known")));
    }

    @Test
    void aFeedThatCannotBeReadSaysWhy() {
        server.on("/html", "text/html", "<!doctype html><html><body>Hi</body></html>");
        server.on("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        preview(Map.of("url", server.url("/html"))).statusCode(200).body("error", containsString("an HTML page"));
        preview(Map.of("url", server.url("/gone")))
                .statusCode(200)
                .body("status", equalTo(410))
                .body("health.entries", equalTo(0));
        preview(Map.of("url", "https://unknown.invalid/feed"))
                .statusCode(200)
                .body("error", containsString("does not resolve"))
                .body("status", nullValue());
    }

    @Test
    void aPageThatHangsHoldsNobodyUp() {
        server.on(
                "/feed",
                "application/rss+xml",
                rss("<item><guid>1</guid><title>" + "Jane Miller joins Mistral AI" + "</title><link>"
                        + server.url("/hang") + "</link></item>"));
        server.on("/hang", exchange -> {
            try {
                Thread.currentThread().join(Duration.ofSeconds(60).toMillis());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        preview(Map.of("url", server.url("/feed")))
                .statusCode(200)
                .body("items[0].note", containsString("did not come in time"))
                .body("items[0].mentions[0].kind", equalTo("join"));
    }

    @Test
    void aSiteIsLookedThroughForFeeds() {
        server.on(
                "/named",
                "text/html",
                "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'>"
                        + "<link rel=alternate type='application/atom+xml' href='/missing'></head><body>x</body></html>");
        server.on("/feed", "application/rss+xml", rss(item(1, "One")));
        server.on("/section/feed.xml", "application/rss+xml", rss(item(1, "One")));
        server.on("/section", "text/html", "<html><body>nothing</body></html>");

        discover("/named")
                .body("candidates.url", equalTo(List.of(server.url("/feed"))))
                .body("candidates[0].foundBy", equalTo("named"))
                .body("candidates[0].samples", equalTo(List.of("One")));
        discover("/feed").body("candidates[0].foundBy", equalTo("itself"));
        discover("/section")
                .body("candidates[0].url", equalTo(server.url("/section/feed.xml")))
                .body("candidates[0].foundBy", equalTo("usual"));
        discover("/nowhere")
                .body("error", containsString("404"))
                .body("candidates[0].url", equalTo(server.url("/feed")));
    }

    private ValidatableResponse discover(String path) {
        return given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .queryParam("site", server.url(path))
                .get("/api/v1/admin/feeds/discover")
                .then()
                .statusCode(200);
    }

    @Test
    void onPagesAFeedIsFoundTriedAddedAndChanged() {
        server.on(
                "/site",
                "text/html",
                "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>");
        server.on(
                "/feed",
                "application/rss+xml",
                rss(item(1, "&lt;script&gt;alert(1)&lt;/script&gt; Jane Miller joins Mistral AI")));
        Browser browser = Browser.signedIn();
        String found = browser.form("/admin/discover")
                .formParam("site", server.url("/site"))
                .post("/admin/discover")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(found).contains("/admin/new-feed?");

        String tried = browser.form("/admin/new-feed")
                .formParam("action", "preview")
                .formParam("url", server.url("/feed"))
                .formParam("title", "\"><img src=x>")
                .formParam("enabled", "true")
                .post("/admin/new-feed")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(tried).contains("join").doesNotContain("<script>", "<img");

        String location = browser.form("/admin/new-feed")
                .formParam("action", "save")
                .formParam("url", server.url("/feed"))
                .formParam("title", "From a page")
                .formParam("tags", "lab, blog")
                .formParam("enabled", "true")
                .post("/admin/new-feed")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(location).isEqualTo("/admin/feeds/from-a-page");
        browser.form(location)
                .formParam("action", "poll")
                .post(location)
                .then()
                .statusCode(200)
                .body(containsString("1 new"));

        String form = browser.with()
                .get("/admin/edit-feed/from-a-page")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(form).contains("value=\"lab, blog\"", "name=\"version\" value=\"1\"");
        browser.form("/admin/edit-feed/from-a-page")
                .formParam("action", "save")
                .formParam("version", "1")
                .formParam("url", server.url("/feed"))
                .formParam("title", "Renamed")
                .post("/admin/edit-feed/from-a-page")
                .then()
                .statusCode(303);
        browser.form("/admin/edit-feed/from-a-page")
                .formParam("action", "save")
                .formParam("version", "1")
                .formParam("url", server.url("/feed"))
                .formParam("title", "Again")
                .post("/admin/edit-feed/from-a-page")
                .then()
                .statusCode(412)
                .body(containsString("changed meanwhile"));
        browser.form(location)
                .formParam("action", "delete")
                .post(location)
                .then()
                .statusCode(303);
        browser.with().get(location).then().statusCode(404);
        browser.form("/admin/new-feed")
                .formParam("action", "save")
                .formParam("url", "nowhere")
                .post("/admin/new-feed")
                .then()
                .statusCode(400)
                .body(containsString("not an http or https address"));
    }

    @Test
    void onPagesAFileIsImportedAndPlanned() {
        Browser browser = Browser.signedIn();
        byte[] opml = "<opml><body><outline text='A' xmlUrl='https://a.example/rss'/></body></opml>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        importing(browser, "rehearse", opml).statusCode(200).body(containsString("Would be added: 1"));
        importing(browser, "import", opml).statusCode(200).body(containsString("Added: 1"));
        importing(browser, "plan", "feeds: [".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(200)
                .body(containsString("line 1"));
        importing(browser, "import", "no".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(400)
                .body(containsString("is no OPML"));
    }

    private static ValidatableResponse importing(Browser browser, String action, byte[] file) {
        return browser.with()
                .multiPart("csrf", browser.word("/admin/import"))
                .multiPart("action", action)
                .multiPart("file", "a.opml", file)
                .post("/admin/import")
                .then();
    }
}
