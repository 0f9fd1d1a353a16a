package dev.labwire.feed;

import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a listing page with its owner's selectors. */
final class ListingReader {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]+)");

    private ListingReader() {}

    static Reading read(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        Document page;
        try {
            page = Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), base.toString());
        } catch (IOException | IllegalArgumentException broken) {
            return new Reading.Unreadable("the page cannot be read: " + broken.getMessage());
        }
        URI root = Urls.web(page.baseUri()).orElse(base);
        String language = page.select("html").attr("lang");
        List<Entry> entries = page.select(selectors.item()).stream()
                .map(item -> entry(item, root, selectors, language))
                .flatMap(Optional::stream)
                .toList();
        return entries.isEmpty()
                ? new Reading.Unreadable("no entry on the page matches '" + selectors.item() + "' and has a link")
                : new Reading.Entries(merged(entries));
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(Objects.requireNonNullElse(contentType, ""));
        return charset.find() ? charset.group(1) : null;
    }

    private static Optional<Entry> entry(Element item, URI base, Selectors selectors, String language) {
        Element anchor = item.is("a[href]") ? item : item.selectFirst("a[href]");
        Optional<URI> link = anchor == null ? Optional.empty() : Urls.resolve(base, anchor.attr("href"));
        return link.map(uri -> new Entry(
                null,
                uri.toString(),
                title(item, Objects.requireNonNull(anchor), selectors.title()),
                null,
                null,
                null,
                language,
                date(item, selectors.date())));
    }

    private static String title(Element item, Element anchor, @Nullable String selector) {
        Element chosen = selector == null ? null : item.selectFirst(selector);
        String title = chosen == null ? "" : PlainText.line(chosen.outerHtml());
        return title.isEmpty() ? PlainText.line(anchor.outerHtml()) : title;
    }

    private static @Nullable Instant date(Element item, @Nullable String selector) {
        if (selector == null) {
            return null;
        }
        return item.select(selector).stream()
                .flatMap(element ->
                        Timestamps.parse(element.attr("datetime")).or(() -> Timestamps.parse(element.text())).stream())
                .findFirst()
                .orElse(null);
    }

    /** A card often links twice to its article, with a picture and with a headline: that is one entry. */
    private static List<Entry> merged(List<Entry> entries) {
        Map<String, Entry> byLink = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byLink.merge(Objects.requireNonNull(EntryIdentity.linkKey(entry)), entry, ListingReader::fuller);
        }
        return List.copyOf(byLink.values());
    }

    private static Entry fuller(Entry one, Entry other) {
        Entry titled = one.title() == null ? other : one;
        return titled.published(Item.earlier(one.publishedAt(), other.publishedAt()));
    }
}
