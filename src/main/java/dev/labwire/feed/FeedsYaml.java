package dev.labwire.feed;

import dev.labwire.text.FileFault;
import dev.labwire.text.Urls;
import dev.labwire.text.YamlReading;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a feeds.yaml to its end and reports every fault with its line; builds no object that the file names. */
final class FeedsYaml {

    static final int MAX_SIZE = 2 * 1024 * 1024;

    private static final Set<String> FILE_KEYS = Set.of("defaults", "feeds");
    private static final Set<String> FEED_KEYS =
            Set.of("id", "title", "url", "type", "select", "organization", "tags", "interval", "fullText", "enabled");
    private static final Set<String> RESERVED = Set.of("preview", "discover", "plan");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final YamlReading reading = new YamlReading();
    private final List<FeedDefinition> feeds = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private @Nullable Duration defaultInterval;

    private FeedsYaml() {}

    static FeedList parse(String text) {
        if (text.length() > MAX_SIZE) {
            return new FeedList(List.of(), List.of(FileFault.ofFile("the file is larger than 2 MiB")));
        }
        FeedsYaml yaml = new FeedsYaml();
        Node root = yaml.reading.root(text, MAX_SIZE);
        if (yaml.reading.faults().isEmpty()) {
            yaml.file(root);
        }
        return new FeedList(yaml.feeds, yaml.reading.faults());
    }

    private void file(@Nullable Node root) {
        if (root == null) {
            reading.faults().add(FileFault.ofFile("the file is empty; 'feeds: []' means no feeds"));
            return;
        }
        Map<String, Node> file = reading.mapping(root, "the file", FILE_KEYS);
        if (!file.containsKey("feeds")) {
            reading.fault(root, "the list 'feeds' is missing");
        }
        if (file.containsKey("defaults")) {
            Map<String, Node> defaults = reading.mapping(file.get("defaults"), "'defaults'", Set.of("interval"));
            defaultInterval = interval(defaults.get("interval"));
        }
        reading.sequence(file.get("feeds"), "'feeds'").forEach(this::feed);
    }

    private void feed(Node node) {
        int before = reading.faults().size();
        Map<String, Node> feed = reading.mapping(node, "this feed", FEED_KEYS);
        String slug = slug(node, feed.get("id"));
        String title = reading.text(feed.get("title"), "'title'", 500);
        String url = url(node, feed.get("url"));
        Selectors selectors = selectors(node, feed);
        String organization = reading.text(feed.get("organization"), "'organization'", 200);
        List<String> tags = tags(feed.get("tags"));
        Duration interval = interval(feed.get("interval"));
        Boolean fullText =
                feed.get("fullText") == null ? null : reading.flag(feed.get("fullText"), "'fullText'", false);
        boolean enabled = reading.flag(feed.get("enabled"), "'enabled'", true);
        if (reading.faults().size() == before && slug != null && url != null) {
            feeds.add(new FeedDefinition(
                    slug,
                    title == null ? slug : title,
                    url,
                    selectors,
                    organization,
                    tags,
                    interval == null ? defaultInterval : interval,
                    fullText,
                    enabled,
                    YamlReading.line(node)));
        }
    }

    private @Nullable String slug(Node feed, @Nullable Node node) {
        String slug = reading.text(node, "'id'", 100);
        if (slug == null) {
            missing(feed, node, "id");
            return null;
        }
        Node at = Objects.requireNonNull(node);
        if (!SLUG.matcher(slug).matches()) {
            reading.fault(at, "id '" + slug + "' must be lower-case letters, digits, '-', '_' and '.'");
        } else if (RESERVED.contains(slug)) {
            reading.fault(at, "id '" + slug + "' is reserved");
        }
        Integer first = lines.putIfAbsent(slug, YamlReading.line(at));
        if (first != null) {
            reading.fault(at, "id '" + slug + "' is taken by the feed in line " + first);
        }
        return slug;
    }

    private @Nullable String url(Node feed, @Nullable Node node) {
        String url = reading.text(node, "'url'", 2000);
        if (url == null) {
            missing(feed, node, "url");
        } else if (Urls.web(url).isEmpty()) {
            reading.fault(Objects.requireNonNull(node), "'" + url + "' is not an http or https address");
        }
        return url;
    }

    private void missing(Node feed, @Nullable Node value, String key) {
        if (value == null) {
            reading.fault(feed, "this feed lacks '" + key + "'");
        }
    }

    private @Nullable Selectors selectors(Node node, Map<String, Node> feed) {
        String type = reading.text(feed.get("type"), "'type'", 100);
        Node select = feed.get("select");
        if (type != null && !Set.of("feed", "page").contains(type)) {
            reading.fault(Objects.requireNonNull(feed.get("type")), "type '" + type + "' must be feed or page");
        }
        if (!"page".equals(type)) {
            if (select != null) {
                reading.fault(select, "'select' needs 'type: page'");
            }
            return null;
        }
        if (select == null) {
            reading.fault(node, "a page needs 'select' with 'item'");
            return null;
        }
        Map<String, Node> parts = reading.mapping(select, "'select'", Set.of("item", "title", "date"));
        String item = css(parts.get("item"), "'select.item'");
        if (item == null && !parts.containsKey("item")) {
            reading.fault(select, "'select' lacks 'item'");
        }
        String title = css(parts.get("title"), "'select.title'");
        String date = css(parts.get("date"), "'select.date'");
        return item == null ? null : new Selectors(item, title, date);
    }

    private @Nullable String css(@Nullable Node node, String what) {
        String selector = reading.text(node, what, 1000);
        if (selector == null || node == null) {
            return null;
        }
        try {
            QueryParser.parse(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
            reading.fault(node, what + " is no CSS selector: " + wrong.getMessage());
        }
        return selector;
    }

    private List<String> tags(@Nullable Node node) {
        List<String> tags = new ArrayList<>();
        for (Node tag : reading.sequence(node, "'tags'")) {
            String text = reading.text(tag, "a tag", 40);
            if (text != null && text.contains(",")) {
                reading.fault(tag, "a tag must not contain a comma");
            } else if (text != null && !tags.contains(text)) {
                tags.add(text);
            }
        }
        if (tags.size() > 20) {
            reading.fault(Objects.requireNonNull(node), "a feed has at most 20 tags");
        }
        return tags;
    }

    private @Nullable Duration interval(@Nullable Node node) {
        String text = reading.text(node, "'interval'", 40);
        if (text == null || node == null) {
            return null;
        }
        try {
            Duration interval = Duration.parse(text);
            if (interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0) {
                return interval;
            }
            reading.fault(node, "interval '" + text + "' must lie between PT1M and P30D");
        } catch (DateTimeParseException wrong) {
            reading.fault(node, "interval '" + text + "' is no duration such as PT30M");
        }
        return null;
    }
}
