package dev.labwire.timeline.form;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Salience;
import dev.labwire.timeline.event.Source;
import dev.labwire.timeline.event.TimelineEvent;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms say of an event in words. */
final class Texts {

    private static final String NOT_OF_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";
    private static final int MOST_SOURCES = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Texts() {}

    /** Names the event for good, wherever this service is reached. */
    static String id(TimelineEvent event) {
        return "urn:labwire:event:" + event.id();
    }

    /** The article to read: the first of the sources, or the event itself where no address is one of the web. */
    static String link(TimelineEvent event, URI home) {
        return event.sources().stream()
                .map(Source::url)
                .filter(Texts::ofTheWeb)
                .findFirst()
                .orElse(home.resolve("/api/v1/events/" + event.id()).toString());
    }

    private static boolean ofTheWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    /** Status, quotes and sources, a line each. */
    static String plain(TimelineEvent event) {
        Stream<String> said = event.sources().stream()
                .limit(MOST_SOURCES)
                .map(source -> "“" + source.quote().strip() + "” – " + name(source) + " " + source.url());
        return Stream.concat(Stream.of(status(event)), said).collect(Collectors.joining("\n"));
    }

    /** The same as HTML. */
    static String html(TimelineEvent event) {
        String said = event.sources().stream()
                .limit(MOST_SOURCES)
                .map(source -> "<blockquote><p>" + escaped(source.quote().strip()) + "</p><p>" + linked(source)
                        + "</p></blockquote>")
                .collect(Collectors.joining());
        return "<p>" + escaped(status(event)) + "</p>" + said;
    }

    private static String linked(Source source) {
        String name = escaped(name(source));
        return ofTheWeb(source.url()) ? "<a href=\"" + escaped(source.url()) + "\">" + name + "</a>" : name;
    }

    private static String name(Source source) {
        return source.publisher() == null ? source.url() : source.publisher();
    }

    private static String status(TimelineEvent event) {
        String status = event.status().wireName();
        String sources = event.sourceCount() == 1 ? "1 source" : event.sourceCount() + " sources";
        String date = event.occurredOn() == null ? "" : ", " + date(event.occurredOn());
        return Character.toUpperCase(status.charAt(0)) + status.substring(1) + date + ", " + sources;
    }

    private static String date(OccurredOn date) {
        return switch (date.precision()) {
            case DAY -> DAY.format(date.firstDay());
            case BY -> "by " + DAY.format(date.firstDay());
            case MONTH -> MONTH.format(date.firstDay());
            case YEAR -> date.date();
        };
    }

    /** When the news was published first; when it was seen, where no source says. */
    static Instant published(TimelineEvent event) {
        return event.sources().stream()
                .filter(source -> source.salience() == Salience.PRIMARY)
                .map(Source::publishedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(event.firstSeenAt());
    }

    /** What it is about, for readers that sort by it. */
    static List<String> tags(TimelineEvent event) {
        return List.of(
                event.type().wireName(), event.kind().wireName(), event.status().wireName());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without what XML 1.0 does not allow. */
    static String xml(String text) {
        return text.replaceAll(NOT_OF_XML, "");
    }
}
