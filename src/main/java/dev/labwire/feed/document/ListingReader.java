package dev.labwire.feed.document;

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
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a listing page with its owner's selectors. */
public final class ListingReader {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([\\w.:-]+)");

    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 120;

    private ListingReader() {}

    public static Reading read(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        Document page;
        try {
            page = page(body, contentType, base);
        } catch (IOException | IllegalArgumentException broken) {
            return new Reading.Unreadable("the page cannot be read: " + broken.getMessage());
        }
        return read(page, base, selectors);
    }

    public static Document page(byte[] body, @Nullable String contentType, URI base) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), base.toString());
    }

    public static Reading read(Document page, URI base, Selectors selectors) {
        URI root = Urls.web(page.baseUri()).orElse(base);
        String language = page.select("html").attr("lang");
        List<Entry> entries = new ArrayList<>();
        try {
            PageSearch search = new PageSearch(page);
            for (Element item : search.all(page, selectors.item())) {
                search.check();
                entry(item, root, selectors, language, search).ifPresent(entries::add);
            }
        } catch (PageSearch.TooMuch tooMuch) {
            return new Reading.Unreadable(Objects.requireNonNull(tooMuch.getMessage()));
        }
        return entries.isEmpty()
                ? new Reading.Unreadable("no entry on the page matches '" + selectors.item() + "' and has a link")
                : new Reading.Entries(FeedInfo.NONE, merged(entries));
    }

    /** What each selector matches on the page, for the person who writes them. */
    public static List<SelectorMatch> matches(
            byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        List<SelectorMatch> matches = new ArrayList<>();
        try {
            Document page = page(body, contentType, base);
            PageSearch search = new PageSearch(page);
            List<Element> items = search.all(page, selectors.item());
            matches.add(match("item", selectors.item(), items));
            if (selectors.title() != null) {
                matches.add(match("title", selectors.title(), within(items, selectors.title(), search)));
            }
            if (selectors.date() != null) {
                matches.add(match("date", selectors.date(), within(items, selectors.date(), search)));
            }
        } catch (IOException | IllegalArgumentException | PageSearch.TooMuch unreadable) {
            // Reading says why; what was found before stands.
        }
        return matches;
    }

    private static List<Element> within(List<Element> items, String selector, PageSearch search) {
        return items.stream()
                .flatMap(item -> search.first(item, selector, any -> true).stream())
                .toList();
    }

    private static SelectorMatch match(String name, String selector, List<Element> found) {
        List<String> samples = found.stream()
                .limit(SAMPLES)
                .map(element -> element.attr("datetime").isEmpty() ? element.text() : element.attr("datetime"))
                .map(text -> text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…")
                .toList();
        return new SelectorMatch(name, selector, found.size(), samples);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(Objects.requireNonNullElse(contentType, ""));
        return charset.find() ? charset.group(1) : null;
    }

    private static Optional<Entry> entry(
            Element item, URI base, Selectors selectors, String language, PageSearch search) {
        Element anchor = item.is("a[href]") ? item : item.selectFirst("a[href]");
        Optional<URI> link = anchor == null ? Optional.empty() : Urls.resolve(base, anchor.attr("href"));
        return link.map(uri -> {
            EntryDraft draft = new EntryDraft();
            draft.link = uri.toString();
            draft.title = title(item, Objects.requireNonNull(anchor), selectors.title(), search);
            draft.language = language;
            draft.publishedAt = date(item, selectors.date(), search);
            return draft.entry();
        });
    }

    private static String title(Element item, Element anchor, @Nullable String selector, PageSearch search) {
        String title = selector == null
                ? ""
                : search.first(item, selector, any -> true)
                        .map(chosen -> PlainText.line(chosen.outerHtml()))
                        .orElse("");
        return title.isEmpty() ? PlainText.line(anchor.outerHtml()) : title;
    }

    private static @Nullable Instant date(Element item, @Nullable String selector, PageSearch search) {
        return selector == null
                ? null
                : search.first(item, selector, element -> date(element).isPresent())
                        .flatMap(ListingReader::date)
                        .orElse(null);
    }

    private static Optional<Instant> date(Element element) {
        return Timestamps.parse(element.attr("datetime")).or(() -> Timestamps.parse(element.text()));
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
        EntryDraft draft = EntryDraft.of(one.title() == null ? other : one);
        draft.publishedAt = Stream.of(one, other)
                .map(Entry::publishedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return draft.entry();
    }
}
