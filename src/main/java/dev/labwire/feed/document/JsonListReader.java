package dev.labwire.feed.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.text.PlainText;
import dev.labwire.text.Urls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads entries from a list in JSON, alone or in a script of a page, by its owner's paths. */
final class JsonListReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_VALUES = 500_000;
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})\\]");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    private final Selectors selectors;
    private final URI base;
    private final FieldText titles;
    private final FieldText dates;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private JsonListReader(Selectors selectors, URI base) {
        this.selectors = selectors;
        this.base = base;
        this.titles = new FieldText(selectors.titlePattern(), null);
        this.dates = new FieldText(selectors.datePattern(), selectors.dateFormat());
    }

    static Reading read(byte[] body, @Nullable String contentType, URI base, Selectors selectors) {
        JsonNode root;
        try {
            String text = selectors.script() == null
                    ? FeedText.decode(body, contentType)
                    : script(ListingReader.page(body, contentType, base), selectors.script());
            root = json(text);
        } catch (IOException | IllegalArgumentException | PageSearch.TooMuch broken) {
            return new Reading.Unreadable("no JSON can be read: " + broken.getMessage());
        }
        return new JsonListReader(selectors, base).read(root);
    }

    /** The words of the script; what stands before its first bracket, such as an assignment, is passed over. */
    private static String script(Document page, String selector) {
        Element script = new PageSearch(page)
                .first(page, selector, any -> true)
                .orElseThrow(() -> new IllegalArgumentException("no element of the page matches '" + selector + "'"));
        return script.data().isEmpty() ? script.wholeText() : script.data();
    }

    private static JsonNode json(String text) throws IOException {
        int object = text.indexOf('{');
        int list = text.indexOf('[');
        int start = object < 0 || list >= 0 && list < object ? list : object;
        if (start < 0) {
            throw new IllegalArgumentException("there is no bracket in it");
        }
        if (values(text) > MOST_VALUES) {
            throw new IllegalArgumentException("it has more than " + MOST_VALUES + " values");
        }
        // What follows the value, such as a semicolon, is not looked at.
        try (JsonParser parser = new JsonFactory(JSON).createParser(text.substring(start))) {
            return JSON.readTree(parser);
        }
    }

    /** At least as many as a tree of it would have. */
    static long values(String text) {
        return text.chars().filter(c -> c == ',' || c == '{' || c == '[').count();
    }

    private Reading read(JsonNode root) {
        JsonNode list = FieldWay.split(selectors.item()).stream()
                .map(path -> at(root, path))
                .filter(JsonNode::isContainerNode)
                .findFirst()
                .orElse(null);
        if (list == null) {
            return new Reading.Unreadable("there is no list at '" + selectors.item() + "'");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : list) {
            if (System.nanoTime() > end) {
                return new Reading.Unreadable("the list takes longer than " + LONGEST.toSeconds() + " s to read");
            }
            Entry entry = entry(item);
            if (entry.link() != null || entry.guid() != null && entry.title() != null) {
                entries.add(entry);
            }
        }
        if (entries.isEmpty() && list.size() > 0) {
            return new Reading.Unreadable(
                    "none of the " + list.size() + " items at '" + selectors.item() + "' has a link");
        }
        return new Reading.Entries(FeedInfo.NONE, entries, ListingReader.oddities(entries, selectors));
    }

    private Entry entry(JsonNode item) {
        EntryDraft draft = new EntryDraft();
        draft.link = texts(item, Objects.requireNonNullElse(selectors.link(), "url || link || href"))
                .flatMap(link -> Urls.resolve(base, link))
                .map(URI::toString)
                .orElse(null);
        draft.guid = texts(item, "id || _id || guid").orElse(null);
        draft.title = texts(item, Objects.requireNonNullElse(selectors.title(), "title || name || headline"))
                .map(PlainText::line)
                .flatMap(titles::part)
                .orElse(null);
        draft.summary = selectors.summary() == null
                ? null
                : texts(item, selectors.summary()).orElse(null);
        draft.publishedAt = selectors.date() == null ? null : date(item, selectors.date(), draft.link);
        return draft.entry();
    }

    private @Nullable Instant date(JsonNode item, String ways, @Nullable String link) {
        for (String way : FieldWay.split(ways)) {
            Optional<Instant> date = way.equals("@url")
                    ? Optional.ofNullable(link).flatMap(dates::dateInAddress)
                    : text(item, way).flatMap(dates::date);
            if (date.isPresent()) {
                return date.get();
            }
        }
        return null;
    }

    private static Optional<String> texts(JsonNode item, String ways) {
        return FieldWay.split(ways).stream()
                .flatMap(way -> text(item, way).stream())
                .findFirst();
    }

    /** A text with places is one only where all of them are filled. */
    private static Optional<String> text(JsonNode item, String way) {
        if (way.indexOf('{') < 0) {
            return value(at(item, way));
        }
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(way);
        while (place.find()) {
            Optional<String> value = value(at(item, place.group(1)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            place.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(place.appendTail(out).toString());
    }

    private static Optional<String> value(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
                ? Optional.of(node.asText())
                : Optional.empty();
    }

    private static JsonNode at(JsonNode root, String path) {
        JsonNode at = root;
        Matcher step = STEP.matcher(path.replaceFirst("^\\$\\.?", ""));
        while (step.find()) {
            at = step.group(1) == null ? at.path(Integer.parseInt(step.group(2))) : at.path(step.group(1));
        }
        return at;
    }
}
