package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.COM/News/A, https://example.com/News/A",
        "https://example.com:443/a, https://example.com/a",
        "http://example.com:80/a, http://example.com/a",
        "http://example.com:8080/a, http://example.com:8080/a",
        "https://example.com/a#part, https://example.com/a",
        "https://example.com, https://example.com/",
        "https://example.com/a?utm_source=rss&id=3&utm_medium=x, https://example.com/a?id=3",
        "https://example.com/a?fbclid=1&gclid=2&ref=x, https://example.com/a",
        "https://example.com/a?CMP=share, https://example.com/a",
        "https://example.com/a?b=2&a=1, https://example.com/a?b=2&a=1",
        "https://example.com/a b, https://example.com/a%20b",
        "https://example.com/ü, https://example.com/%C3%BC",
        "https://example.com/a?x={y}|z, https://example.com/a?x=%7By%7D%7Cz",
        "https://bücher.example/a, https://xn--bcher-kva.example/a",
        "mailto:someone@example.com, mailto:someone@example.com",
        "not an address, not an address",
        "http://, http://"
    })
    void dropsWhatDoesNotMatter(String text, String url) {
        assertThat(CanonicalUrl.of(text).url()).isEqualTo(url);
    }

    @Test
    void spellingsOfOneAddressShareAKey() {
        String key = CanonicalUrl.of("https://www.example.com/a/").key();

        assertThat(CanonicalUrl.of("http://example.com/a").key()).isEqualTo(key);
        assertThat(CanonicalUrl.of("https://EXAMPLE.com/a#top").key()).isEqualTo(key);
        assertThat(CanonicalUrl.of("https://example.com/b").key()).isNotEqualTo(key);
    }

    @Test
    void hostilePiecesNeverThrow() {
        for (String text :
                new String[] {"", " ", "http://[::1", "https://a..b/%zz%", "http://exa mple/", "https://ﷺ"}) {
            assertThat(CanonicalUrl.of(text)).isNotNull();
        }
    }
}
