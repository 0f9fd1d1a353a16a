package dev.labwire.feed;

import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads well-formed RSS and Atom with ROME. Documents with a DOCTYPE are refused, so that no entity is ever expanded. */
final class RomeReader {

    private RomeReader() {}

    static Reading read(String text, URI base) {
        SyndFeedInput input = new SyndFeedInput(false, Locale.US);
        input.setAllowDoctypes(false);
        input.setXmlHealerOn(false);
        input.setPreserveWireFeed(true);
        try {
            SyndFeed feed = input.build(new StringReader(text));
            List<Entry> entries = new ArrayList<>();
            feed.getEntries().forEach(entry -> entries.add(entry(entry, feed, base)));
            return new Reading.Entries(dated(entries, text, base));
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

    private static Entry entry(SyndEntry entry, SyndFeed feed, URI base) {
        String link = link(entry);
        return new Entry(
                guid(entry),
                link == null
                        ? null
                        : Urls.resolve(base, link).map(URI::toString).orElse(null),
                entry.getTitle() == null ? null : PlainText.line(entry.getTitle()),
                entry.getDescription() == null ? null : entry.getDescription().getValue(),
                content(entry),
                entry.getAuthor(),
                feed.getLanguage(),
                published(entry));
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

    private static @Nullable String link(SyndEntry entry) {
        return Stream.concat(
                        entry.getLinks().stream()
                                .filter(link -> link.getRel() == null || "alternate".equals(link.getRel()))
                                .map(SyndLink::getHref),
                        Stream.of(Objects.requireNonNullElse(entry.getLink(), "")))
                .filter(href -> href != null && !href.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String content(SyndEntry entry) {
        return entry.getContents().stream()
                .map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant published(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : date.toInstant();
    }

    /** ROME drops the dates it cannot read; the tolerant reader knows more of their forms. */
    private static List<Entry> dated(List<Entry> entries, String text, URI base) {
        if (entries.stream().allMatch(entry -> entry.publishedAt() != null)) {
            return entries;
        }
        List<Entry> tolerant = TolerantXmlReader.entries(text, base);
        if (tolerant.size() != entries.size()) {
            return entries;
        }
        List<Entry> dated = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            dated.add(
                    entry.publishedAt() == null
                            ? entry.published(tolerant.get(i).publishedAt())
                            : entry);
        }
        return dated;
    }
}
