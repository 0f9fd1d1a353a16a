package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** OPML in and out. */
@QuarkusTest
class OpmlTest {

    private static final String OPML = "/api/v1/admin/feeds.opml";

    @Inject
    FeedCleaner cleaner;

    @Inject
    FeedEditor editor;

    @Inject
    FeedReconciler reconciler;

    @BeforeEach
    @AfterEach
    void noFeeds() {
        cleaner.clear();
    }

    private static ValidatableResponse send(String document, boolean dryRun) {
        return given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("text/plain;charset=UTF-8")
                .queryParam("dryRun", dryRun)
                .body(document)
                .post(OPML)
                .then();
    }

    @Test
    void everyLineIsReportedAndNoneStopsTheOthers() {
        String document = """
                <?xml version="1.0"?>
                <opml version="1.1">
                <head><title>Mine</title></head>
                <body>
                <outline text="Labs, big & small">
                  <outline text="OpenAI" title="OpenAI News" type="rss" xmlUrl="https://a.example/rss?x=1&y=2" category="/ai/news,lab"/>
                  <outline text="no address" type="rss"/>
                  <outline text="Twice" xmlUrl="https://a.example/rss?x=1&amp;y=2"/>
                </outline>
                <OUTLINE TEXT="Loud" XMLURL="https://b.example/feed"></OUTLINE>
                <outline text="File" xmlUrl="file:///etc/passwd"/>
                <outline text="Home" xmlUrl="http://10.0.0.1/feed"/>
                <outline xmlUrl="feed://c.example/rss"/>
                </body>
                </opml>
                """;
        send(document, true).statusCode(200).body("added", equalTo(2)).body("refused", equalTo(4));
        assertThat(cleaner.count()).as("a dry run adds nothing").isZero();

        send(document, false)
                .statusCode(200)
                .body("added", equalTo(2))
                .body("known", equalTo(1))
                .body("refused", equalTo(4))
                .body("lines.line", equalTo(List.of(6, 7, 8, 10, 11, 12, 13)))
                .body(
                        "lines.outcome",
                        equalTo(List.of("added", "refused", "known", "added", "refused", "refused", "refused")))
                .body("lines[0].id", equalTo("openai-news"))
                .body("lines[1].message", containsString("lacks 'url'"))
                .body("lines[4].message", containsString("not an http or https address"))
                .body("lines[5].message", containsString("may not reach"));
        Feed openai = cleaner.active().stream()
                .filter(feed -> feed.slug.equals("openai-news"))
                .findFirst()
                .orElseThrow();
        assertThat(openai.url).isEqualTo("https://a.example/rss?x=1&y=2");
        assertThat(openai.tagList()).containsExactly("Labs big & small", "ai", "news", "lab");

        send(document, false).body("added", equalTo(0)).body("known", equalTo(3));
        assertThat(cleaner.count()).isEqualTo(2);
    }

    @Test
    void whatIsExportedIsImportedAsItWas() throws Exception {
        send(
                "<opml><body><outline text='A &lt;b&gt; \"q\"' xmlUrl='https://a.example/?p=1&amp;q=2'/></body></opml>",
                false);
        reconciler.apply(List.of(new FeedDefinition(
                "page",
                "Page",
                "https://p.example/news",
                new Selectors("a[href^='/news/']", "h3", "time"),
                "OpenAI",
                List.of("lab", "two words"),
                Duration.ofMinutes(15),
                true,
                false,
                RequestOptions.NONE,
                2)));
        String exported = given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get(OPML)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        Document document = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(exported)));
        assertThat(document.getElementsByTagName("outline").getLength()).isEqualTo(2);
        List<FeedDefinition> before = definitions();

        reconciler.apply(List.of());
        cleaner.clear();
        send(exported, false).body("added", equalTo(2)).body("refused", equalTo(0));

        assertThat(definitions()).isEqualTo(before);
    }

    private List<FeedDefinition> definitions() {
        return cleaner.active().stream()
                .map(feed -> feed.definition().inLine(0))
                .collect(Collectors.toList());
    }

    @Test
    void thousandsOfFeedsAreTaken() {
        String outlines = IntStream.range(0, 2000)
                .mapToObj(i -> "<outline text='Feed' xmlUrl='https://h" + i + ".example/rss'/>")
                .collect(Collectors.joining("\n"));
        send("<opml><body>" + outlines + "</body></opml>", false)
                .statusCode(200)
                .body("added", equalTo(2000));
        assertThat(cleaner.count()).isEqualTo(2000);
    }

    @Test
    void moreThanThatIsRefused() {
        String outlines = IntStream.range(0, 5001)
                .mapToObj(i -> "<outline xmlUrl='https://h" + i + ".example/rss'/>")
                .collect(Collectors.joining());
        send("<opml><body>" + outlines + "</body></opml>", false).statusCode(413);
        assertThat(cleaner.count()).isZero();
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        String bomb = "<!DOCTYPE opml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<opml><body><outline text='&b;' xmlUrl='https://a.example/rss'/></body></opml>";
        send(bomb, false).statusCode(200).body("lines.outcome", hasItem("added"));
        assertThat(cleaner.active().get(0).title).isEqualTo("&b;");
    }
}
