package dev.labwire.feed;

import dev.labwire.feed.document.SelectorFaults;
import dev.labwire.feed.document.Selectors;
import dev.labwire.text.YamlReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how a listing page, or a list in JSON, is read. */
final class SelectFields {

    /** In the order in which they are written. */
    static final List<String> KEYS = List.of(
            "item",
            "title",
            "date",
            "link",
            "summary",
            "titlePattern",
            "datePattern",
            "dateFormat",
            "next",
            "pages",
            "script");

    /** What a feed shows of itself is taken back: {@code json} says what {@code type} says. */
    private static final Set<String> TAKEN =
            Stream.concat(KEYS.stream(), Stream.of("json")).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TYPES = Set.of("feed", "page", "json");
    private static final int LONGEST = 1000;
    private static final int MOST_PAGES = 5;

    private final YamlReading reading;

    SelectFields(YamlReading reading) {
        this.reading = reading;
    }

    /** Null for a feed proper, and where something is wrong. */
    @Nullable
    Selectors read(Node node, Map<String, Node> feed) {
        String type = reading.text(feed.get("type"), "'type'", 100);
        Node select = feed.get("select");
        if (type != null && !TYPES.contains(type)) {
            reading.fault(
                    Objects.requireNonNull(feed.get("type")),
                    "type '" + YamlReading.shortened(type) + "' must be feed, page or json");
        }
        if (type == null || type.equals("feed") || !TYPES.contains(type)) {
            if (select != null) {
                reading.fault(select, "'select' needs 'type: page' or 'type: json'");
            }
            return null;
        }
        if (select == null) {
            reading.missing(node, "select", "a " + type + " needs 'select' with 'item'");
            return null;
        }
        return selectors(select, type.equals("json"));
    }

    private @Nullable Selectors selectors(Node select, boolean json) {
        Map<String, Node> parts = reading.mapping(select, "'select'", TAKEN);
        Function<String, @Nullable String> way = json ? SelectorFaults::ofJson : SelectorFaults::ofPage;
        String item = checked(parts, "item", way);
        if (item == null && !parts.containsKey("item")) {
            reading.missing(select, "item", "'select' lacks 'item'");
        }
        if (json && parts.containsKey("next")) {
            reading.fault(Objects.requireNonNull(parts.get("next")), "'select.next' is for pages");
        }
        if (!json && parts.containsKey("script")) {
            reading.fault(Objects.requireNonNull(parts.get("script")), "'select.script' needs 'type: json'");
        }
        Selectors selectors = new Selectors(
                item == null ? "" : item,
                checked(parts, "title", way),
                checked(parts, "date", way),
                checked(parts, "link", way),
                checked(parts, "summary", way),
                checked(parts, "titlePattern", SelectorFaults::ofPattern),
                checked(parts, "datePattern", SelectorFaults::ofPattern),
                checked(parts, "dateFormat", SelectorFaults::ofDateFormat),
                checked(parts, "next", SelectorFaults::ofPage),
                pages(parts.get("pages")),
                checked(parts, "script", SelectorFaults::ofPage),
                json);
        return item == null ? null : selectors;
    }

    private @Nullable String checked(Map<String, Node> parts, String key, Function<String, @Nullable String> check) {
        Node node = parts.get(key);
        String what = "'select." + key + "'";
        String text = reading.text(node, what, LONGEST);
        if (text == null || node == null) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            reading.fault(node, what + " must be one line without control characters");
            return text;
        }
        String wrong = check.apply(text);
        if (wrong != null) {
            reading.fault(node, what + " " + wrong);
        }
        return text;
    }

    private @Nullable Integer pages(@Nullable Node node) {
        String text = reading.text(node, "'select.pages'", 10);
        if (text == null || node == null) {
            return null;
        }
        if (!text.matches("[1-9]") || Integer.parseInt(text) > MOST_PAGES) {
            reading.fault(node, "'select.pages' must be 1 to " + MOST_PAGES);
            return null;
        }
        return Integer.valueOf(text);
    }
}
