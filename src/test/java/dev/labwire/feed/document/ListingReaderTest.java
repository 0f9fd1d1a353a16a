package dev.labwire.feed.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingReaderTest {

    private static final String PAGE = """
            <html lang="en"><body><a href="/about">About</a>
            <a href="/news/one"><h3>One &amp; only</h3><time datetime="2026-08-18">Tuesday</time></a>
            <div class="card"><a href="/news/two"><img></a><a href="/news/two"><h3>Two</h3></a><p class="d">Aug 17, 2026</p></div>
            <div class="card"><a href="/news/three">Three</a></div></body></html>""";

    private static Reading read(Selectors selectors) {
        return ListingReader.read(
                PAGE.getBytes(StandardCharsets.UTF_8), "text/html", URI.create("https://lab.example/news"), selectors);
    }

    @Test
    void anItemMayBeTheLinkItself() {
        List<Entry> entries = ((Reading.Entries) read(new Selectors("a[href^='/news/']", "h3", "time"))).entries();

        assertThat(entries)
                .extracting(Entry::link)
                .containsExactly(
                        "https://lab.example/news/one",
                        "https://lab.example/news/two",
                        "https://lab.example/news/three");
        assertThat(entries).extracting(Entry::title).containsExactly("One & only", "Two", "Three");
        assertThat(entries.get(0).publishedAt()).isEqualTo("2026-08-18T00:00:00Z");
    }

    @Test
    void aCardHasALinkATitleAndADate() {
        List<Entry> entries = ((Reading.Entries) read(new Selectors("div.card", "h3", "time, .d"))).entries();

        assertThat(entries).extracting(Entry::title).containsExactly("Two", "Three");
        assertThat(entries.get(0).publishedAt()).isEqualTo("2026-08-17T00:00:00Z");
        assertThat(entries.get(1).publishedAt()).isNull();
    }

    @Test
    void nothingMatchedIsAFailureNotAnEmptySuccess() {
        assertThat(((Reading.Unreadable) read(new Selectors("article.post", null, null))).reason())
                .contains("article.post");
    }

    private static Selectors ways(
            String item,
            String title,
            String date,
            String link,
            String titlePattern,
            String datePattern,
            String format) {
        return new Selectors(item, title, date, link, null, titlePattern, datePattern, format, null, null, null, false);
    }

    private static Entry first(String page, Selectors selectors) {
        Reading reading = ListingReader.read(
                page.getBytes(StandardCharsets.UTF_8), "text/html", URI.create("https://lab.example/news"), selectors);
        return ((Reading.Entries) reading).entries().get(0);
    }

    @Test
    void waysAreTriedInTheirOrderAndMayTakeAttributes() {
        String page =
                "<div class=post data-id=7 data-when='3 May 2026'><h2></h2><a class=more title='The title' href=/p/7>More</a>"
                        + "<a href=/share>Share</a></div>";
        Entry entry = first(
                page,
                ways(
                        "article || div.post",
                        "h2 || a.more@title",
                        ".date || @data-when",
                        "a.more@href",
                        null,
                        null,
                        null));

        assertThat(entry.title()).isEqualTo("The title");
        assertThat(entry.link()).isEqualTo("https://lab.example/p/7");
        assertThat(entry.publishedAt()).isEqualTo("2026-05-03T00:00:00Z");
    }

    @Test
    void patternsAndFormatsSayWhatCounts() {
        String page =
                "<article><a href=/p/8><h3>News | Something new</h3></a><p>Posted 08.05.26 by Ann, 3 min</p></article>";
        Entry entry = first(page, ways("article", "h3", "p", null, "\\| (.*)", "Posted (\\S+)", "dd.MM.yy"));

        assertThat(entry.title()).isEqualTo("Something new");
        assertThat(entry.publishedAt()).isEqualTo("2026-05-08T00:00:00Z");
    }

    @Test
    void aDateMayStandInTheAddress() {
        Selectors selectors = ways("a", null, "time || @url", null, null, null, null);

        assertThat(first("<a href=/2026/05/19/karpathy>A</a>", selectors).publishedAt())
                .isEqualTo("2026-05-19T00:00:00Z");
        assertThat(first("<a href=/blog/gpt-2026-04-02>A</a>", selectors).publishedAt())
                .isEqualTo("2026-04-02T00:00:00Z");
        assertThat(first("<a href=/blog/2026/03/x>A</a>", selectors).publishedAt())
                .isEqualTo("2026-03-01T00:00:00Z");
        assertThat(first("<a href=/blog/gpt-4-1106>A</a>", selectors).publishedAt())
                .isNull();
    }

    @Test
    void aFieldThatNoEntryHasIsOdd() {
        Reading.Entries reading = (Reading.Entries) read(new Selectors("div.card", "h3", ".when"));

        assertThat(reading.oddities()).containsExactly("no entry has a date; '.when' finds none");
    }

    private static final String JSON =
            "{\"posts\":[{\"_id\":\"p1\",\"title\":\"One &amp; only\",\"slug\":{\"current\":\"one\"},"
                    + "\"publishedOn\":\"2026-05-19T10:00:00Z\"},{\"title\":\"Two\",\"slug\":{\"current\":\"two\"},"
                    + "\"publishedOn\":1747650000000},{\"title\":\"Draft\",\"slug\":null}]}";

    private static Selectors json(String item, String script) {
        return new Selectors(
                item, "title", "publishedOn", "/blog/{slug.current}", null, null, null, null, null, null, script, true);
    }

    private static Reading readJson(String text, Selectors selectors) {
        return ListingReader.read(
                text.getBytes(StandardCharsets.UTF_8),
                "application/json",
                URI.create("https://lab.example/api"),
                selectors);
    }

    @Test
    void aListInJsonIsReadByItsPaths() {
        List<Entry> entries = ((Reading.Entries) readJson(JSON, json("data.posts || posts", null))).entries();

        assertThat(entries)
                .extracting(Entry::link)
                .containsExactly("https://lab.example/blog/one", "https://lab.example/blog/two");
        assertThat(entries.get(0).guid()).isEqualTo("p1");
        assertThat(entries.get(0).title()).isEqualTo("One & only");
        assertThat(entries.get(0).publishedAt()).isEqualTo("2026-05-19T10:00:00Z");
        assertThat(entries.get(1).publishedAt()).isEqualTo("2025-05-19T10:20:00Z");
    }

    @Test
    void jsonMayStandInAScriptOfAPage() {
        String page = "<html><script>var x = 1</script><script id=data>window.__DATA__ = " + JSON + ";</script></html>";

        assertThat(((Reading.Entries) readJson(page, json("posts", "script#data"))).entries())
                .hasSize(2);
        assertThat(((Reading.Unreadable) readJson(page, json("posts", "script#gone"))).reason())
                .contains("script#gone");
        assertThat(((Reading.Unreadable) readJson(page, json("news", "script#data"))).reason())
                .contains("no list at 'news'");
        assertThat(readJson("<html>", json("posts", null))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void theNextPageIsOfTheSameHost() {
        Selectors selectors = new Selectors("a", null, null, null, null, null, null, null, "a.next", 3, null, false);
        URI base = URI.create("https://lab.example/news");

        assertThat(ListingReader.next("<a class=next href='?page=2'>".getBytes(), null, base, selectors))
                .contains(URI.create("https://lab.example/news?page=2"));
        assertThat(ListingReader.next("<a class=next href='https://other.example/'>".getBytes(), null, base, selectors))
                .isEmpty();
    }

    @Test
    void patternsThatTakeAllMemoryOrTimeAreRefused() {
        assertThat(SelectorFaults.ofPattern("(((a{1000}){1000}){1000})")).contains("repeats too much");
        assertThat(SelectorFaults.ofPattern("(?:(?:a|b|ab|ba){0,30}){0,300}z")).contains("repeats too much");
        assertThat(SelectorFaults.ofPattern("((a{200}){2}b{3,}"))
                .as("a bracket too few")
                .isNotNull();
        assertThat(SelectorFaults.ofPattern("Posted (\\d{1,2} \\w{3,9} \\d{4})[^{}]{1,20}\\{x\\}"))
                .isNull();
    }
}
