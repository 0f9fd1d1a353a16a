package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import dev.labwire.text.SecretUrl;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One feed as its owner wrote it down.
 *
 * @param slug the stable id
 * @param selectors how the page is read; null for a feed proper
 * @param interval how often it is polled; null for the default
 * @param options what its requests say besides the usual
 * @param line where it stands in its file; 0 where it came in a request
 */
record FeedDefinition(
        String slug,
        String title,
        String url,
        @Nullable Selectors selectors,
        @Nullable String organization,
        List<String> tags,
        @Nullable Duration interval,
        @Nullable Boolean fullText,
        boolean enabled,
        RequestOptions options,
        int line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    FeedDefinition {
        tags = List.copyOf(tags);
    }

    String type() {
        if (selectors == null) {
            return "feed";
        }
        return selectors.json() ? "json" : "page";
    }

    FeedDefinition inLine(int number) {
        return new FeedDefinition(
                slug, title, url, selectors, organization, tags, interval, fullText, enabled, options, number);
    }

    /** Whether both say the same, wherever they stand. */
    boolean saysTheSameAs(FeedDefinition other) {
        return inLine(0).equals(other.inLine(0));
    }

    /** Whether both read the same entries. */
    boolean readsTheSameAs(FeedDefinition other) {
        return url.equals(other.url) && java.util.Objects.equals(selectors, other.selectors);
    }

    /** What the owner writes, under the keys of feeds.yaml; what is not set is left out, secrets are blanked. */
    ObjectNode toJson() {
        ObjectNode feed = JsonNodeFactory.instance.objectNode();
        feed.put("id", slug).put("title", title).put("url", SecretUrl.redacted(url));
        if (selectors != null) {
            ObjectNode select = feed.put("type", type()).putObject("select");
            JsonNode written = JSON.valueToTree(selectors);
            SelectFields.KEYS.stream().filter(written::hasNonNull).forEach(key -> select.set(key, written.get(key)));
        }
        if (organization != null) {
            feed.put("organization", organization);
        }
        if (!tags.isEmpty()) {
            tags.forEach(feed.putArray("tags")::add);
        }
        if (interval != null) {
            feed.put("interval", interval.toString());
        }
        if (fullText != null) {
            feed.put("fullText", fullText);
        }
        if (!enabled) {
            feed.put("enabled", false);
        }
        if (!options.isEmpty()) {
            putOptions(feed.putObject("request"));
        }
        return feed;
    }

    private void putOptions(ObjectNode request) {
        if (options.userAgent() != null) {
            request.put("userAgent", options.userAgent());
        }
        if (!options.headers().isEmpty()) {
            ObjectNode headers = request.putObject("headers");
            options.headers().keySet().stream().sorted().forEach(name -> headers.put(name, SecretUrl.BLANK));
        }
        if (options.username() != null) {
            request.put("username", options.username());
        }
        if (options.password() != null) {
            request.put("password", SecretUrl.BLANK);
        }
    }
}
