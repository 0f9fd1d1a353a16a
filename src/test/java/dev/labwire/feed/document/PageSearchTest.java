package dev.labwire.feed.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages and selectors that are made to keep us busy. */
class PageSearchTest {

    private static final URI BASE = URI.create("https://a.example/");

    private static Reading read(String body, Selectors selectors) {
        return ListingReader.read(body.getBytes(StandardCharsets.UTF_8), "text/html", BASE, selectors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p:nth-last-of-type(3)  | <p>                | 49000",
                "a:nth-child(2n+1)      | <a href=x>y</a>    | 49000",
                "a ~ a ~ a ~ b          | <a href=x>y</a>    | 49000",
                "*:contains(zz),*:contains(zy),*:contains(zx) | <div>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | 450",
            })
    void areGivenUpInTime(String selector, String part, int times) {
        Instant start = Instant.now();
        Reading reading = read(
                "<html><body>" + part.repeat(times) + "</body></html>", new Selectors(selector, selector, selector));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(reading).isNotNull();
    }

    @Test
    void aPageOfTooManyElementsIsNotLookedAt() {
        assertThat(read("<p>".repeat(60_000), new Selectors("p", null, null)))
                .isEqualTo(new Reading.Unreadable("the page has more than 50000 elements"));
    }

    @Test
    void elementsAreFoundAsJsoupFindsThem() {
        Document page = Jsoup.parse("<ul><li class=a><b>1</b></li><li class=a>2</li><li>3</li></ul>");
        PageSearch search = new PageSearch(page);

        for (String selector :
                new String[] {"li.a", "li:has(b)", "li ~ li", "ul > li:not(.a)", "b, li", "li:nth-child(2)"}) {
            assertThat(search.all(page, selector)).as(selector).isEqualTo(page.select(selector));
        }
        assertThat(search.first(page, "li", element -> element.text().equals("2")))
                .hasValueSatisfying(element -> assertThat(element.text()).isEqualTo("2"));
        assertThatThrownBy(() -> new PageSearch(Jsoup.parse("<p>".repeat(50_001))))
                .isInstanceOf(PageSearch.TooMuch.class);
    }
}
