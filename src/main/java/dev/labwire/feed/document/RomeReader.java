package dev.labwire.feed.document;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.labwire.text.PlainText;
import dev.labwire.text.Urls;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads well-formed RSS and Atom with ROME. Documents with a DOCTYPE are refused, so that no entity is ever expanded. What
 * ROME leaves open, the tolerant reader completes.
 */
final class RomeReader {

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private RomeReader() {}

    static Reading read(String text, URI documentBase) {
        SyndFeedInput input = new SyndFeedInput(false, Locale.US);
        input.setAllowDoctypes(false);
        input.setXmlHealerOn(false);
        input.setPreserveWireFeed(true);
        try {
            SyndFeed feed = input.build(new StringReader(text));
            FeedInfo about =
                    TolerantXmlReader.entries(withoutItems(text), documentBase).about();
            URI base = about.base(documentBase);
            List<Entry> entries = feed.getEntries().stream()
                    .limit(Reading.MOST_ENTRIES)
                    .map(entry -> entry(entry, about, base))
                    .toList();
            return new Reading.Entries(about, completed(entries, text, documentBase));
        } catch (FeedException | RuntimeException refused) {
            // ROME answers odd documents with any exception; the tolerant reader has the last word.
            return new Reading.Unreadable("broken XML: " + firstLine(refused));
        }
    }

    private static String firstLine(Exception refused) {
        return Objects.requireNonNullElse(refused.getMessage(), refused.toString())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The head of the document, and what stands behind its last entry. */
    private static String withoutItems(String text) {
        int first = Stream.of("<item", "<entry")
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
        int last = Math.max(text.lastIndexOf("</item>"), text.lastIndexOf("</entry>"));
        return first < 0 || last < first ? text : text.substring(0, first) + text.substring(last + 7);
    }

    private static Entry entry(SyndEntry entry, FeedInfo about, URI base) {
        EntryDraft draft = new EntryDraft();
        draft.guid = guid(entry);
        draft.link = link(entry, base);
        draft.title = entry.getTitle() == null ? null : PlainText.line(entry.getTitle());
        draft.summary = entry.getDescription() == null ? null : html(entry.getDescription(), base);
        draft.content = content(entry, base);
        draft.author = author(entry, about);
        draft.language = about.language();
        draft.publishedAt = instant(entry.getPublishedDate());
        draft.updatedAt = instant(entry.getUpdatedDate());
        draft.comments = comments(entry, base);
        entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(Objects::nonNull)
                .forEach(draft.categories::add);
        if (draft.categories.isEmpty()) {
            draft.categories.addAll(about.categories());
        }
        entry.getEnclosures().stream()
                .map(SyndEnclosure::getUrl)
                .filter(Objects::nonNull)
                .flatMap(url -> Urls.resolve(base, url).stream())
                .forEach(url -> draft.enclosures.add(url.toString()));
        return draft.entry();
    }

    private static @Nullable String guid(SyndEntry entry) {
        if (entry.getWireEntry() instanceof com.rometools.rome.feed.rss.Item item) {
            Guid guid = item.getGuid();
            if (guid != null && guid.getValue() != null) {
                return guid.getValue();
            }
            // Where an entry of RSS has no id of its own, ROME gives its link for one.
            return Objects.equals(item.getUri(), item.getLink()) ? null : item.getUri();
        }
        return entry.getUri();
    }

    private static @Nullable String link(SyndEntry entry, URI base) {
        return Stream.concat(
                        entry.getLinks().stream()
                                .filter(link -> link.getRel() == null || "alternate".equals(link.getRel()))
                                .map(SyndLink::getHref),
                        Stream.of(Objects.requireNonNullElse(entry.getLink(), "")))
                .filter(href -> href != null && !href.isBlank())
                .findFirst()
                .flatMap(href -> Urls.resolve(base, href))
                .map(URI::toString)
                .orElse(null);
    }

    private static @Nullable String comments(SyndEntry entry, URI base) {
        String given = entry.getComments();
        if (given != null) {
            return given.strip().matches("\\S+")
                    ? Urls.resolve(base, given).map(URI::toString).orElse(null)
                    : null;
        }
        return entry.getLinks().stream()
                .filter(link -> "replies".equals(link.getRel()) && PAGES.contains("" + link.getType()))
                .flatMap(link -> Urls.web(link.getHref()).stream())
                .map(URI::toString)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String content(SyndEntry entry, URI base) {
        return entry.getContents().stream()
                .map(content -> html(content, base))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String html(SyndContent content, URI base) {
        String value = content.getValue();
        return value == null || value.isBlank() ? null : FeedHtml.of(value, base);
    }

    private static @Nullable String author(SyndEntry entry, FeedInfo about) {
        Stream<String> creators =
                entry.getModule(DCModule.URI) instanceof DCModule core ? core.getCreators().stream() : Stream.empty();
        String names = Stream.concat(entry.getAuthors().stream().map(SyndPerson::getName), creators)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        String author = names.isBlank() ? entry.getAuthor() : names;
        return author == null || author.isBlank() ? about.author() : PlainText.line(author);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** ROME drops what it cannot read, such as odd dates; the tolerant reader knows more forms of it. */
    private static List<Entry> completed(List<Entry> entries, String text, URI base) {
        if (entries.stream().allMatch(RomeReader::isComplete)) {
            return entries;
        }
        List<Entry> tolerant = TolerantXmlReader.entries(text, base).entries();
        if (tolerant.size() != entries.size()) {
            return entries;
        }
        List<Entry> completed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            EntryDraft draft = EntryDraft.of(entries.get(i));
            if (!isComplete(entries.get(i))) {
                draft.completeWith(tolerant.get(i));
            }
            completed.add(draft.entry());
        }
        return completed;
    }

    private static boolean isComplete(Entry entry) {
        return entry.title() != null
                && entry.link() != null
                && entry.publishedAt() != null
                && (entry.summary() != null || entry.content() != null);
    }
}
