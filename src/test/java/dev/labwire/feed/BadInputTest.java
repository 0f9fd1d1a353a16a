package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of bad inputs: what each is answered. None changes anything, and the service is well after each. */
@QuarkusTest
class BadInputTest {

    private static final String FEEDS = "/api/v1/admin/feeds";
    private static final String OPML = "/api/v1/admin/feeds.opml";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain;charset=UTF-8";

    @Inject
    FeedCleaner cleaner;

    /**
     * A bad input.
     *
     * @param field the field that the answer names
     * @param says a part of its message
     */
    record Bad(
            String what, String method, String path, String type, byte[] body, int status, String field, String says) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad json(String what, String body, String field, String says) {
        return new Bad(what, "POST", FEEDS, JSON, bytes(body), 400, field, says);
    }

    private static Bad url(String url, String says) {
        return json("url " + url, "{\"url\":\"" + url + "\"}", "url", says);
    }

    private static Bad interval(String interval, String says) {
        return json(
                "interval " + interval,
                "{\"url\":\"https://a.example/\",\"interval\":" + interval + "}",
                "interval",
                says);
    }

    private static Bad item(String selector, String says) {
        String body = "{\"url\":\"https://a.example/\",\"type\":\"page\",\"select\":{\"item\":\"" + selector + "\"}}";
        return json("selector " + shortened(selector), body, "select.item", says);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Bad file(String what, String body, String field, String says) {
        return new Bad(what, "POST", FEEDS + "/plan", TEXT, bytes(body), 400, field, says);
    }

    private static Bad opml(String what, String body, String says) {
        return new Bad(what, "POST", OPML, TEXT, bytes(body), 400, "body", says);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Bad> inputs() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
                + Stream.iterate(0, i -> i + 1)
                        .limit(9)
                        .map(i -> "b" + i + ": &b" + i + " [" + ("*" + (i == 0 ? "a" : "b" + (i - 1)) + ",").repeat(9)
                                + "]\n")
                        .reduce("", String::concat);
        return Stream.of(
                json("an empty body", "", "body", "must be an object"),
                json("no JSON", "{\"url\":", "body", "is not JSON: line 1, column"),
                json("a list", "[]", "body", "must be an object"),
                json("a text", "\"https://a.example/\"", "body", "must be an object"),
                json("null", "null", "body", "must be an object"),
                json("no address", "{\"title\":\"T\"}", "url", "lacks 'url'"),
                json(
                        "an unknown field",
                        "{\"url\":\"https://a.example/\",\"tittle\":\"T\"}",
                        "tittle",
                        "did you mean 'title'?"),
                json(
                        "a number for a title's text is a text, an object is none",
                        "{\"url\":\"https://a.example/\",\"title\":{}}",
                        "title",
                        "must be a text"),
                json(
                        "a title in two lines",
                        "{\"url\":\"https://a.example/\",\"title\":\"a\\r\\nX: y\"}",
                        "title",
                        "one line"),
                json(
                        "a title that is too long",
                        "{\"url\":\"https://a.example/\",\"title\":\"" + "x".repeat(501) + "\"}",
                        "title",
                        "1 to 500"),
                json("an id with a slash", "{\"id\":\"a/b\",\"url\":\"https://a.example/\"}", "id", "lower-case"),
                json("an id that climbs", "{\"id\":\"../x\",\"url\":\"https://a.example/\"}", "id", "lower-case"),
                json("a reserved id", "{\"id\":\"preview\",\"url\":\"https://a.example/\"}", "id", "reserved"),
                json("two hundred levels", "[".repeat(2000), "body", "not JSON"),
                json(
                        "a wrong flag",
                        "{\"url\":\"https://a.example/\",\"enabled\":\"perhaps\"}",
                        "enabled",
                        "true or false"),
                json(
                        "tags that are no list",
                        "{\"url\":\"https://a.example/\",\"tags\":\"lab\"}",
                        "tags",
                        "must be a list"),
                json("a tag with a comma", "{\"url\":\"https://a.example/\",\"tags\":[\"a,b\"]}", "tags[0]", "comma"),
                json(
                        "too many tags",
                        "{\"url\":\"https://a.example/\",\"tags\":["
                                + Stream.iterate(0, i -> i + 1)
                                        .limit(21)
                                        .map(i -> "\"t" + i + "\"")
                                        .reduce((a, b) -> a + "," + b)
                                        .orElseThrow()
                                + "]}",
                        "tags",
                        "at most 20"),
                json(
                        "a page without selectors",
                        "{\"url\":\"https://a.example/\",\"type\":\"page\"}",
                        "select",
                        "needs 'select'"),
                json(
                        "selectors of a feed",
                        "{\"url\":\"https://a.example/\",\"select\":{\"item\":\"a\"}}",
                        "select",
                        "needs 'type: page'"),
                json(
                        "an unknown type",
                        "{\"url\":\"https://a.example/\",\"type\":\"atom\"}",
                        "type",
                        "feed, page or json"),
                json("two texts", "{\"url\":\"https://a.example/\"} x", "body", "is not JSON"),
                json("two objects", "{\"url\":\"https://a.example/\"}{}", "body", "is not JSON"),
                json(
                        "a field twice",
                        "{\"url\":\"https://a.example/\",\"url\":\"https://b.example/\"}",
                        "body",
                        "names a field twice"),
                json(
                        "half a character",
                        "{\"url\":\"https://a.example/\",\"title\":\"\\ud800\"}",
                        "title",
                        "halves of characters"),
                json(
                        "no character",
                        "{\"url\":\"https://a.example/\",\"title\":\"\\uffff\"}",
                        "title",
                        "control characters"),
                json(
                        "a control character in an address",
                        "{\"url\":\"https://a.example/\\u0001\"}",
                        "url",
                        "control characters"),
                json(
                        "eighty thousand tags",
                        "{\"url\":\"https://a.example/\",\"tags\":[" + "\"t\",".repeat(80_000) + "\"t\"]}",
                        "tags",
                        "at most 20"),
                json(
                        "fifty thousand unknown fields",
                        "{"
                                + Stream.iterate(0, i -> i + 1)
                                        .limit(50_000)
                                        .map(i -> "\"f" + i + "\":1,")
                                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                                + "\"url\":\"https://a.example/\"}",
                        "f0",
                        "unknown key"),
                url("file:///etc/passwd", "not an http or https"),
                url("javascript:alert(1)", "not an http or https"),
                url("ftp://a.example/", "not an http or https"),
                url("https://", "not an http or https"),
                url("http://169.254.169.254/latest/meta-data", "may not reach"),
                url("http://[::ffff:10.0.0.1]/", "may not reach"),
                url("http://2130706434/", "may not reach"),
                url("http://0x7f000002/", "may not reach"),
                url("http://[fd00::1]/feed", "may not reach"),
                url("https://***@a.example/", "where a secret belongs"),
                url("https://a.example/" + "x".repeat(2000), "1 to 2000"),
                interval("\"PT1S\"", "between PT1M and P30D"),
                interval("\"P31D\"", "between PT1M and P30D"),
                interval("\"-PT5M\"", "between PT1M and P30D"),
                interval("\"PT999999999999999999H\"", "no duration"),
                interval("\"PT60.5S\"", "whole seconds"),
                interval("\"every hour\"", "no duration"),
                interval("30", "no duration"),
                item("a[", "no CSS selector"),
                item(">>>", "no CSS selector"),
                item("a[href~=(a+)+$]", "regular expression"),
                item("p:matchesOwn((x+x+)+y)", "regular expression"),
                item("a:has(".repeat(50) + "b" + ")".repeat(50), "brackets"),
                item("a:\\\\6d atches(^((a|aa)+)b$)", "regular expression"),
                item("*:has(*:has(zz))", "more than one :has"),
                item("a,".repeat(600), "1 to 1000"),
                file("an empty file", "", "body", "the file is empty"),
                file("a file that is no YAML", "feeds: [", "body", "line 1, column"),
                file("a tab", "feeds:\n\t- id: a\n", "body", "line 2, column 1"),
                file(
                        "a class to be built",
                        "feeds: !!javax.script.ScriptEngineManager [ !!java.net.URL [\"http://a.example/\"] ]",
                        "body",
                        "Global tag is not allowed"),
                file("a bomb of aliases", bomb + "feeds: *b8\n", "body", "aliases"),
                file(
                        "a hundred thousand mistakes",
                        "feeds: [" + "x, ".repeat(100_000) + "x]",
                        "feeds[0]",
                        "must be a mapping"),
                file(
                        "the same id twice",
                        "feeds:\n  - { id: a, url: 'https://a.example/' }\n  - { id: a, url: 'https://b.example/' }\n",
                        "feeds[1].id",
                        "taken by the feed in line 2"),
                file(
                        "the same key twice",
                        "feeds:\n  - { id: a, url: 'https://a.example/', url: 'https://b.example/' }\n",
                        "feeds[0].url",
                        "stands twice"),
                file("feeds that are no list", "feeds:\n  a: b\n", "feeds", "must be a list"),
                file("control characters", "feeds: \u0000", "body", "a character that it does not allow"),
                opml("no OPML", "<rss/>", "is no OPML"),
                opml("OPML without feeds", "<opml><body><outline text='x'/></body></opml>", "names no feed"),
                opml(
                        "an entity from a file",
                        "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&x;'/></body></opml>",
                        "names no feed"),
                opml("binary", "\u0001\u0002\u0003", "is no OPML"),
                new Bad("a body that is too large", "POST", FEEDS, JSON, new byte[1_100_000], 413, "", "1048576 bytes"),
                new Bad(
                        "a file that is too large",
                        "POST",
                        FEEDS + "/plan",
                        TEXT,
                        bytes("feeds: []\n#" + "x".repeat(2_200_000)),
                        400,
                        "body",
                        "larger than 2 MiB"),
                new Bad("far too much OPML", "POST", OPML, TEXT, new byte[5_000_000], 413, "", "4194304 bytes"),
                new Bad("a page for a feed", "POST", FEEDS, "text/html", bytes("url=x"), 415, "", ""),
                new Bad(
                        "an id that is not that of the path",
                        "PUT",
                        FEEDS + "/a",
                        JSON,
                        bytes("{\"id\":\"b\",\"url\":\"https://a.example/\"}"),
                        400,
                        "id",
                        "that of the path"),
                new Bad(
                        "an id in the path that is none",
                        "PUT",
                        FEEDS + "/A%20B",
                        JSON,
                        bytes("{\"url\":\"https://a.example/\"}"),
                        400,
                        "id",
                        "lower-case"),
                new Bad(
                        "a reserved id in the path",
                        "PUT",
                        FEEDS + "/plan",
                        JSON,
                        bytes("{\"url\":\"https://a.example/\"}"),
                        400,
                        "id",
                        "reserved"),
                new Bad(
                        "a preview of nothing",
                        "POST",
                        FEEDS + "/preview",
                        JSON,
                        bytes("{}"),
                        400,
                        "url",
                        "lacks 'url'"),
                new Bad(
                        "discovery of a file",
                        "POST",
                        FEEDS + "/discover",
                        JSON,
                        bytes("{\"site\":\"file:///etc\"}"),
                        400,
                        "site",
                        "http or https"),
                new Bad(
                        "discovery at home",
                        "GET",
                        FEEDS + "/discover?site=10.0.0.1",
                        JSON,
                        new byte[0],
                        400,
                        "site",
                        "closed"),
                new Bad(
                        "a back-up of that name",
                        "GET",
                        "/api/v1/admin/backups/..%2f..%2flabwire.mv.db",
                        JSON,
                        new byte[0],
                        404,
                        "",
                        ""),
                new Bad(
                        "an audit page of that size",
                        "GET",
                        "/api/v1/admin/audit?limit=100000",
                        JSON,
                        new byte[0],
                        400,
                        "limit",
                        "1 to 500"));
    }

    @BeforeEach
    void noFeeds() {
        cleaner.clear();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefusedInWordsAndChangesNothing(Bad bad) {
        RequestSpecification request = given().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType(bad.type());
        Response answer =
                (bad.body().length == 0 ? request : request.body(bad.body())).request(bad.method(), bad.path());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(bad.status());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(bad.status());
        assertThat(answer.asString())
                .contains(bad.says().replace("\"", "\\\""))
                .doesNotContain("Exception", "\tat ", "dev.labwire");
        if (!bad.field().isEmpty()) {
            List<String> fields = answer.jsonPath().getList("errors.field");
            assertThat(fields).contains(bad.field());
        }
        assertThat(answer.asByteArray().length).as("an answer is no echo").isLessThan(100_000);
        assertThat(cleaner.count()).as("nothing was added").isZero();
        given().get("/q/health/ready").then().statusCode(200);
    }
}
