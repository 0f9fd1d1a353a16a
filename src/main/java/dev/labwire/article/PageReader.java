package dev.labwire.article;

import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
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
    private static final int LONG_TEASER = 2500;
    private static final int SHORT_TEASER = 1500;
    private static final Pattern PAYWALL =
            Pattern.compile("(?i)subscribe (now )?to (continue|read|unlock)|to continue reading"
                    + "|for subscribers only|(article|story|content) is (only )?(for|available to|reserved for) (our )?(paid )?(subscribers|members)"
                    + "|already a subscriber\\?|unlock this article|become a member to read|start your free trial"
                    + "|réservé aux abonnés|abonnez-vous pour|nur für abonnenten|weiterlesen mit|jetzt weiterlesen|solo para suscriptores"
                    + "|suscríbete para|この記事は有料|会員限定|订阅后|付费阅读|सदस्यता लें");

    private PageReader() {}

    static Page read(byte[] body, @Nullable String contentType, String url) throws IOException {
        return read(Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), url));
    }

    static Page read(Document page) {
        JsonLd data = JsonLd.of(page);
        String language = language(page);
        String title = meta(page, "og:title").orElseGet(page::title);
        String author = author(page, data);
        Instant published = published(page, data);
        String text = text(page, data);
        return new Page(
                text,
                title.isBlank() ? null : PlainText.line(title),
                author == null || author.length() > 500 ? null : author,
                language.isEmpty() ? null : language,
                published,
                isPaywalled(page, data, text));
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

    private static String language(Document page) {
        return Stream.of(
                        page.select("html").attr("lang"),
                        meta(page, "og:locale").orElse(""),
                        page.select("meta[http-equiv=content-language]").attr("content"))
                .map(text -> text.strip().replace('_', '-'))
                .filter(text -> text.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .findFirst()
                .orElse("");
    }

    /** An address of a profile is no name. */
    private static @Nullable String author(Document page, JsonLd data) {
        return Stream.of(
                        meta(page, "author"),
                        data.text("author"),
                        meta(page, "article:author"),
                        meta(page, "parsely-author"),
                        first(page, "[itemprop=author] [itemprop=name], [itemprop=author], a[rel=author]"))
                .flatMap(Optional::stream)
                .map(PlainText::line)
                .filter(name -> !name.isEmpty() && Urls.web(name).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> first(Document page, String selector) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.text());
    }

    private static @Nullable Instant published(Document page, JsonLd data) {
        Stream<String> said = Stream.of(
                        meta(page, "article:published_time"),
                        data.text("datePublished"),
                        meta(page, "og:article:published_time"),
                        meta(page, "parsely-pub-date"),
                        meta(page, "sailthru.date"),
                        meta(page, "dcterms.created"),
                        meta(page, "dc.date"),
                        meta(page, "date"),
                        first(page, "[itemprop=datePublished][content]"))
                .flatMap(Optional::stream);
        Stream<String> shown = page
                .select("article time[datetime], time[pubdate], time[itemprop=datePublished]")
                .eachAttr("datetime")
                .stream();
        return Stream.concat(said, shown)
                .map(Timestamps::parse)
                .flatMap(Optional::stream)
                .filter(date -> date.isAfter(FIRST_PAGES))
                .findFirst()
                .orElse(null);
    }

    /** Whether what can be read is the beginning of what others pay for. */
    private static boolean isPaywalled(Document page, JsonLd data, String text) {
        boolean said = data.text("isAccessibleForFree")
                        .filter("false"::equalsIgnoreCase)
                        .isPresent()
                || meta(page, "article:content_tier")
                        .filter("locked"::equalsIgnoreCase)
                        .isPresent();
        return text.length() < (said ? LONG_TEASER : SHORT_TEASER)
                && (said || PAYWALL.matcher(text).find());
    }

    private static String text(Document page, JsonLd data) {
        String body = data.text("articleBody").map(PlainText::fromHtml).orElse("");
        String main = MainText.of(page);
        return body.length() > LONG_BODY && body.length() > main.length() ? body : main;
    }
}
