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
}
