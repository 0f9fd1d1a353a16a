package dev.labwire.article;

import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads an article's page: main text and what the page says of itself. Pure. */
final class PageReader {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]+)");
    private static final Instant FIRST_PAGES = Instant.parse("1995-01-01T00:00:00Z");
    private static final int LONG_BODY = 500;

    private PageReader() {}

    static Page read(byte[] body, @Nullable String contentType, String url) throws IOException {
        return read(Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), url));
    }

    static Page read(Document page) {
        JsonLd data = JsonLd.of(page);
        String language = page.select("html").attr("lang").strip();
        String title = meta(page, "og:title").orElseGet(page::title);
        String author = meta(page, "author").or(() -> data.text("author")).orElse(null);
        Instant published = published(page, data);
        String text = text(page, data);
        return new Page(
                text,
                title.isBlank() ? null : PlainText.line(title),
                author == null || author.length() > 500 ? null : author,
                language.isEmpty() || language.length() > 20 ? null : language,
                published);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(Objects.requireNonNullElse(contentType, ""));
        return charset.find() ? charset.group(1) : null;
    }

    private static Optional<String> meta(Document page, String name) {
        return page.select("meta[property=" + name + "], meta[name=" + name + "]").eachAttr("content").stream()
                .filter(content -> !content.isBlank())
                .findFirst();
    }

    private static @Nullable Instant published(Document page, JsonLd data) {
        return Stream.of(meta(page, "article:published_time"), data.text("datePublished"))
                .flatMap(Optional::stream)
                .map(Timestamps::parse)
                .flatMap(Optional::stream)
                .filter(date -> date.isAfter(FIRST_PAGES))
                .findFirst()
                .orElse(null);
    }

    private static String text(Document page, JsonLd data) {
        String body = data.text("articleBody").map(PlainText::fromHtml).orElse("");
        String main = MainText.of(page);
        return body.length() > LONG_BODY && body.length() > main.length() ? body : main;
    }
}
