package dev.labwire.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeedReader() {}

    static Reading read(String text, URI base) {
        try {
            JsonNode feed = JSON.readTree(text);
            if (!feed.path("items").isArray()) {
                return new Reading.Unreadable("JSON, but not a JSON Feed: it has no list 'items'");
            }
            List<Entry> entries = new ArrayList<>();
            feed.path("items").forEach(item -> entries.add(entry(item, feed, base)));
            return new Reading.Entries(entries);
        } catch (JsonProcessingException broken) {
            return new Reading.Unreadable("broken JSON: " + broken.getOriginalMessage());
        }
    }

    private static Entry entry(JsonNode item, JsonNode feed, URI base) {
        String link = first(item, "url", "external_url");
        String title = first(item, "title");
        String language = first(item, "language");
        return new Entry(
                first(item, "id"),
                link == null
                        ? null
                        : Urls.resolve(base, link).map(URI::toString).orElse(null),
                title == null ? null : PlainText.line(title),
                first(item, "summary"),
                content(item),
                author(item, feed),
                language == null ? first(feed, "language") : language,
                Timestamps.parse(first(item, "date_published"))
                        .or(() -> Timestamps.parse(first(item, "date_modified")))
                        .orElse(null));
    }

    private static @Nullable String content(JsonNode item) {
        String html = first(item, "content_html");
        String text = first(item, "content_text");
        return html != null || text == null ? html : text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static @Nullable String author(JsonNode item, JsonNode feed) {
        for (JsonNode holder : List.of(item, feed)) {
            String name = first(holder.path("authors").path(0), "name");
            name = name == null ? first(holder.path("author"), "name") : name;
            if (name != null) {
                return name;
            }
        }
        return null;
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
