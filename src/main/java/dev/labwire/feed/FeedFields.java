package dev.labwire.feed;

import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import dev.labwire.text.SecretUrl;
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
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one feed as its owner writes it, in a file or in a request, and notes everything that is wrong with it. */
final class FeedFields {

    static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "url",
            "type",
            "select",
            "organization",
            "tags",
            "interval",
            "fullText",
            "enabled",
            "request");
    static final Set<String> RESERVED = Set.of("preview", "discover", "plan");
    static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(30);
    static final int MOST_TAGS = 20;
    static final int LONGEST_TAG = 40;

    private final YamlReading reading;
    private final KnownAddresses known;
    /** In which line each id stands. */
    private final Map<String, Integer> lines = new HashMap<>();

    FeedFields(YamlReading reading, KnownAddresses known) {
        this.reading = reading;
        this.known = known;
    }

    /** The feed; null where something is wrong with it, or it lacks what it needs. */
    @Nullable
    FeedDefinition read(Node node, Set<String> keys, @Nullable Duration defaultInterval) {
        int before = reading.faults().size();
        Map<String, Node> feed = reading.mapping(node, "this feed", keys);
        String slug = slug(node, feed.get("id"));
        String title = line(feed.get("title"), "'title'", 500);
        String url = url(node, feed.get("url"), slug);
        Selectors selectors = new SelectFields(reading).read(node, feed);
        String organization = line(feed.get("organization"), "'organization'", 200);
        List<String> tags = tags(feed.get("tags"));
        Duration interval = interval(feed.get("interval"));
        Boolean fullText =
                feed.get("fullText") == null ? null : reading.flag(feed.get("fullText"), "'fullText'", false);
        boolean enabled = reading.flag(feed.get("enabled"), "'enabled'", true);
        RequestOptions options = new RequestFields(reading)
                .read(
                        feed.get("request"),
                        slug == null || url == null ? RequestOptions.NONE : known.options(slug, url));
        if (reading.faults().size() > before || slug == null || url == null) {
            return null;
        }
        return new FeedDefinition(
                slug,
                title == null ? slug : title,
                url,
                selectors,
                organization,
                tags,
                interval == null ? defaultInterval : interval,
                fullText,
                enabled,
                options,
                YamlReading.line(node));
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

    private @Nullable String url(Node feed, @Nullable Node node, @Nullable String slug) {
        String text = line(node, "'url'", 2000);
        if (text == null || node == null) {
            missing(feed, node, "url");
            return null;
        }
        String url = slug == null ? text : known.restored(slug, text);
        if (Urls.web(url).isEmpty()) {
            // Not repeated: where it can't be taken apart, nobody can say which part of it is a password.
            reading.fault(node, "'url' is not an http or https address");
        } else if (SecretUrl.isRedacted(url)) {
            reading.fault(node, "'" + url + "' has " + SecretUrl.BLANK + " where a secret belongs");
        }
        return url;
    }

    private void missing(Node feed, @Nullable Node value, String key) {
        if (value == null) {
            reading.missing(feed, key, "this feed lacks '" + key + "'");
        }
    }

    /** A text in one line, as names are. */
    private @Nullable String line(@Nullable Node node, String what, int longest) {
        String text = reading.text(node, what, longest);
        if (text != null && node != null && text.chars().anyMatch(Character::isISOControl)) {
            reading.fault(node, what + " must be one line without control characters");
        }
        return text;
    }

    private List<String> tags(@Nullable Node node) {
        List<Node> nodes = reading.sequence(node, "'tags'");
        if (nodes.size() > MOST_TAGS) {
            reading.fault(Objects.requireNonNull(node), "a feed has at most " + MOST_TAGS + " tags");
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        for (Node tag : nodes) {
            String text = line(tag, "a tag", LONGEST_TAG);
            if (text != null && text.matches(".*[,/].*")) {
                reading.fault(tag, "a tag must not contain a comma or a slash");
            } else if (text != null && !tags.contains(text)) {
                tags.add(text);
            }
        }
        return tags;
    }

    @Nullable
    Duration interval(@Nullable Node node) {
        String text = reading.text(node, "'interval'", 40);
        if (text == null || node == null) {
            return null;
        }
        try {
            Duration interval = Duration.parse(text);
            boolean whole = interval.getNano() == 0;
            if (whole && interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0) {
                return interval;
            }
            reading.fault(node, "interval '" + text + "' must lie between PT1M and P30D, in whole seconds");
        } catch (DateTimeParseException wrong) {
            reading.fault(node, "interval '" + text + "' is no duration such as PT30M");
        }
        return null;
    }
}
