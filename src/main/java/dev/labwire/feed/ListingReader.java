package dev.labwire.feed;

import dev.labwire.feed.ProbedFeed.Match;
import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a listing page with its owner's selectors. */
final class ListingReader {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]+)");

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 120;

    private ListingReader() {}

    static Reading read(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        Document page;
        try {
            page = page(body, contentType, base);
        } catch (IOException | IllegalArgumentException broken) {
            return new Reading.Unreadable("the page cannot be read: " + broken.getMessage());
        }
        return read(page, base, selectors);
    }

    static Document page(byte[] body, @Nullable String contentType, URI base) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), base.toString());
    }

    static Reading read(Document page, URI base, Selectors selectors) {
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

    /** What each selector matches on the page, for the person who writes them. */
    static List<Match> matches(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        Elements items;
        try {
            items = page(body, contentType, base).select(selectors.item());
        } catch (IOException | IllegalArgumentException broken) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        matches.add(match("item", selectors.item(), items));
        if (selectors.title() != null) {
            matches.add(match("title", selectors.title(), within(items, selectors.title())));
        }
        if (selectors.date() != null) {
            matches.add(match("date", selectors.date(), within(items, selectors.date())));
        }
        return matches;
    }

    private static List<Element> within(Elements items, String selector) {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(item.selectFirst(selector)).stream())
                .toList();
    }

    private static Match match(String name, String selector, List<Element> found) {
        List<String> samples = found.stream()
                .limit(SAMPLES)
                .map(element -> element.attr("datetime").isEmpty() ? element.text() : element.attr("datetime"))
                .map(text -> text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…")
                .toList();
        return new Match(name, selector, found.size(), samples);
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
