package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://e.com/blog/, post, https://e.com/blog/post",
        "https://e.com/blog/, /news/x, https://e.com/news/x",
        "https://e.com, news/x, https://e.com/news/x",
        "https://e.com/a/b, ../c, https://e.com/c",
        "https://e.com/list?page=1, ?page=2, https://e.com/list?page=2",
        "https://e.com/a, //cdn.e.com/x, https://cdn.e.com/x",
        "https://e.com/a, x y, https://e.com/x%20y",
    })
    void resolvesLinks(String base, String link, String expected) {
        assertThat(Urls.resolve(URI.create(base), link)).contains(URI.create(expected));
    }

    @Test
    void onlyTheWebIsALink() {
        URI base = URI.create("https://e.com/");

        assertThat(Urls.resolve(base, "mailto:a@b.c")).isEmpty();
        assertThat(Urls.resolve(base, "javascript:void(0)")).isEmpty();
        assertThat(Urls.resolve(base, "file:///etc/passwd")).isEmpty();
    }
}
