package dev.labwire.feed.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Commas in texts count as well; ten million characters of prose have fewer. */
    private static final int MOST_VALUES = 1_000_000;

    private JsonFeedReader() {}

    static Reading read(String text, URI base) {
        if (JsonListReader.values(text) > MOST_VALUES) {
            return new Reading.Unreadable("it has more than " + MOST_VALUES + " values");
        }
        try {
            JsonNode feed = JSON.readTree(text);
            if (!feed.path("items").isArray()) {
                return new Reading.Unreadable("JSON, but not a JSON Feed: it has no list 'items'");
            }
            FeedInfo about = about(feed, base);
            List<Entry> entries = new ArrayList<>();
            feed.path("items").forEach(item -> entries.add(entry(item, about, base)));
            return new Reading.Entries(about, entries);
        } catch (JsonProcessingException broken) {
            return new Reading.Unreadable("broken JSON: " + broken.getOriginalMessage());
        }
    }

    private static FeedInfo about(JsonNode feed, URI base) {
        return new FeedInfo(
                first(feed, "title"),
                first(feed, "description"),
                address(first(feed, "home_page_url"), base),
                address(first(feed, "feed_url"), base),
                first(feed, "language"),
                authors(feed),
                address(first(feed, "icon", "favicon"), base),
                List.of(),
                PaceHints.NONE);
    }

    private static Entry entry(JsonNode item, FeedInfo about, URI base) {
        EntryDraft draft = new EntryDraft();
        draft.guid = first(item, "id");
        draft.link = address(first(item, "url", "external_url"), base);
        draft.title = line(first(item, "title"));
        draft.summary = html(first(item, "summary"));
        String html = first(item, "content_html");
        draft.content = html == null ? html(first(item, "content_text")) : FeedHtml.of(html, base);
        String author = authors(item);
        draft.author = author == null ? about.author() : author;
        String language = first(item, "language");
        draft.language = language == null ? about.language() : language;
        draft.publishedAt = Timestamps.parse(first(item, "date_published")).orElse(null);
        draft.updatedAt = Timestamps.parse(first(item, "date_modified")).orElse(null);
        item.path("tags").forEach(tag -> draft.categories.add(tag.asText().strip()));
        draft.categories.remove("");
        for (JsonNode attachment : item.path("attachments")) {
            String address = address(first(attachment, "url"), base);
            if (address != null) {
                draft.enclosures.add(address);
            }
        }
        return draft.entry();
    }

    /** A title is text, but feeds put HTML there; text that is none keeps its angle brackets. */
    private static @Nullable String line(@Nullable String title) {
        String line = title == null ? "" : PlainText.line(title);
        return line.isEmpty() ? title : line;
    }

    private static @Nullable String html(@Nullable String text) {
        return text == null ? null : text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static @Nullable String address(@Nullable String link, URI base) {
        return link == null ? null : Urls.resolve(base, link).map(URI::toString).orElse(null);
    }

    private static @Nullable String authors(JsonNode holder) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode author : holder.path("authors")) {
            String name = first(author, "name");
            if (name != null) {
                names.add(name.strip());
            }
        }
        return names.isEmpty() ? first(holder.path("author"), "name") : String.join(", ", names);
    }

    private static @Nullable String first(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }
}
