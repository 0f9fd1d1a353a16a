package dev.labwire.feed.document;

import dev.labwire.text.PlainText;
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
import java.util.function.Predicate;
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

    private final URI base;
    private final Selectors selectors;
    private final PageSearch search;
    private final FieldText titles;
    private final FieldText dates;

    private ListingReader(Document page, URI base, Selectors selectors) {
        this.base = base;
        this.selectors = selectors;
        this.search = new PageSearch(page);
        this.titles = new FieldText(selectors.titlePattern(), null);
        this.dates = new FieldText(selectors.datePattern(), selectors.dateFormat());
    }

    /** The entries of a page, or of a list in JSON. */
    public static Reading read(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        if (selectors.json()) {
            return JsonListReader.read(body, contentType, base, selectors);
        }
        try {
            return read(page(body, contentType, base), base, selectors);
        } catch (IOException | IllegalArgumentException broken) {
            return new Reading.Unreadable("the page cannot be read: " + broken.getMessage());
        }
    }

    /**
     * The page as a tree.
     *
     * @throws IOException where its bytes cannot be read
     */
    public static Document page(byte[] body, @Nullable String contentType, URI base) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), base.toString());
    }

    /** The entries of a page. */
    public static Reading read(Document page, URI base, Selectors selectors) {
        URI root = Urls.web(page.baseUri()).orElse(base);
        String language = page.select("html").attr("lang");
        List<Entry> entries = new ArrayList<>();
        try {
            ListingReader reader = new ListingReader(page, root, selectors);
            for (Element item : reader.items(page)) {
                reader.search.check();
                reader.entry(item, language).ifPresent(entries::add);
            }
        } catch (PageSearch.TooMuch tooMuch) {
            return new Reading.Unreadable(Objects.requireNonNull(tooMuch.getMessage()));
        }
        if (entries.isEmpty()) {
            return new Reading.Unreadable("no entry on the page matches '" + selectors.item() + "' and has a link");
        }
        List<Entry> merged = merged(entries);
        return new Reading.Entries(FeedInfo.NONE, merged, oddities(merged, selectors));
    }

    /** The address of the page after this one, where the selectors say how to find it. */
    public static Optional<URI> next(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        if (selectors.next() == null || selectors.json()) {
            return Optional.empty();
        }
        try {
            Document page = page(body, contentType, base);
            return new PageSearch(page)
                    .first(page, selectors.next(), link -> link.hasAttr("href"))
                    .flatMap(link -> Urls.resolve(base, link.attr("href")))
                    .filter(next -> next.getHost().equalsIgnoreCase(base.getHost()));
        } catch (IOException | IllegalArgumentException | PageSearch.TooMuch broken) {
            return Optional.empty();
        }
    }

    /** What the owner looks for and no entry has. */
    static List<String> oddities(List<Entry> entries, Selectors selectors) {
        List<String> oddities = new ArrayList<>();
        if (!entries.isEmpty() && entries.stream().allMatch(entry -> entry.title() == null)) {
            oddities.add("no entry has a title" + wanted(selectors.title()));
        }
        if (selectors.date() != null && entries.stream().allMatch(entry -> entry.publishedAt() == null)) {
            oddities.add("no entry has a date" + wanted(selectors.date()));
        }
        return oddities;
    }

    private static String wanted(@Nullable String selector) {
        return selector == null ? "" : "; '" + selector + "' finds none";
    }

    /** The first way that finds any. */
    private List<Element> items(Document page) {
        return FieldWay.split(selectors.item()).stream()
                .map(way -> search.all(page, way))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What each selector matches on the page, for the person who writes them. */
    public static List<SelectorMatch> matches(
            byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        List<SelectorMatch> matches = new ArrayList<>();
        if (selectors.json()) {
            return matches;
        }
        try {
            Document page = page(body, contentType, base);
            ListingReader reader = new ListingReader(page, base, selectors);
            List<Element> items = reader.items(page);
            matches.add(new SelectorMatch(
                    "item",
                    selectors.item(),
                    items.size(),
                    items.stream()
                            .limit(SAMPLES)
                            .map(item -> shortened(item.text()))
                            .toList()));
            if (selectors.title() != null) {
                matches.add(match("title", selectors.title(), reader.within(items, selectors.title())));
            }
            if (selectors.date() != null) {
                matches.add(match("date", selectors.date(), reader.within(items, selectors.date())));
            }
        } catch (IOException | IllegalArgumentException | PageSearch.TooMuch unreadable) {
            // Reading says why; what was found before stands.
        }
        return matches;
    }

    private List<String> within(List<Element> items, String written) {
        return items.stream()
                .flatMap(item -> texts(item, written, text -> !text.isBlank()).stream())
                .map(ListingReader::shortened)
                .toList();
    }

    private static SelectorMatch match(String name, String selector, List<String> found) {
        List<String> samples =
                found.stream().limit(SAMPLES).map(ListingReader::shortened).toList();
        return new SelectorMatch(name, selector, found.size(), samples);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(Objects.requireNonNullElse(contentType, ""));
        return charset.find() ? charset.group(1) : null;
    }

    private Optional<Entry> entry(Element item, String language) {
        Element anchor = item.is("a[href]") ? item : item.selectFirst("a[href]");
        Optional<URI> link = selectors.link() == null
                ? Optional.ofNullable(anchor).flatMap(found -> Urls.resolve(base, found.attr("href")))
                : texts(item, selectors.link(), text -> Urls.resolve(base, text).isPresent())
                        .flatMap(text -> Urls.resolve(base, text));
        return link.map(uri -> {
            EntryDraft draft = new EntryDraft();
            draft.link = uri.toString();
            draft.title = title(item, anchor);
            draft.summary = selectors.summary() == null
                    ? null
                    : texts(item, selectors.summary(), text -> !text.isBlank())
                            .map(text -> text.replace("&", "&amp;").replace("<", "&lt;"))
                            .orElse(null);
            draft.language = language;
            draft.publishedAt = date(item, draft.link);
            return draft.entry();
        });
    }

    private @Nullable String title(Element item, @Nullable Element anchor) {
        Optional<String> chosen =
                selectors.title() == null ? Optional.empty() : texts(item, selectors.title(), text -> !text.isBlank());
        return chosen.or(() -> Optional.ofNullable(anchor).map(found -> PlainText.line(found.outerHtml())))
                .flatMap(titles::part)
                .orElse(null);
    }

    private @Nullable Instant date(Element item, String link) {
        if (selectors.date() == null) {
            return null;
        }
        for (FieldWay way : FieldWay.of(selectors.date())) {
            Optional<Instant> date = way.isAddress()
                    ? dates.dateInAddress(link)
                    : text(item, way, text -> dates.date(text).isPresent(), "datetime")
                            .flatMap(dates::date);
            if (date.isPresent()) {
                return date.get();
            }
        }
        return null;
    }

    private Optional<String> texts(Element item, String written, Predicate<String> fits) {
        return FieldWay.of(written).stream()
                .flatMap(way -> text(item, way, fits, null).stream())
                .findFirst();
    }

    /** The text of the first element that this way finds and whose text fits. */
    private Optional<String> text(Element item, FieldWay way, Predicate<String> fits, @Nullable String preferred) {
        if (way.selector().isEmpty()) {
            return Optional.of(value(item, way)).filter(fits);
        }
        if (preferred != null && way.attribute() == null) {
            Optional<String> better = search.first(item, way.selector(), element -> fits.test(element.attr(preferred)))
                    .map(element -> element.attr(preferred));
            if (better.isPresent()) {
                return better;
            }
        }
        return search.first(item, way.selector(), element -> fits.test(value(element, way)))
                .map(element -> value(element, way));
    }

    private static String value(Element element, FieldWay way) {
        return way.attribute() == null ? PlainText.line(element.outerHtml()) : element.attr(way.attribute());
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
