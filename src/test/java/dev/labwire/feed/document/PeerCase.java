package dev.labwire.feed.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.text.PlainText;
import dev.labwire.text.Urls;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** One case of another parser: a document, and what is expected of it. */
final class PeerCase {

    enum Outcome {
        PASSED,
        FAILED,
        OUT_OF_SCOPE
    }

    record Verdict(Outcome outcome, String reason) {}

    private static final String PLACE = "http://127.0.0.1:8097";
    private static final URI DOCUMENT = URI.create(PLACE + "/case/feed.xml");
    private static final Set<String> NOT_KEPT =
            Set.of("rights", "author_email", "created", "created_utc", "image", "published", "updated");
    private static final Set<String> TEXTS = Set.of("title", "summary", "content");

    private final JsonNode line;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> notKept = new java.util.TreeSet<>();

    PeerCase(JsonNode line) {
        this.line = line;
    }

    String id() {
        return line.path("id").asText();
    }

    String group() {
        return line.path("group").asText();
    }

    String tier() {
        return line.path("tier").asText();
    }

    Verdict run() {
        Reading reading = read();
        JsonNode expected = line.path("expect");
        if (reading instanceof Reading.Unreadable unreadable) {
            boolean asks =
                    expected.path("entries").size() + expected.path("feed").size() > 0
                            || line.path("accepts").asBoolean(false);
            return asks
                    ? new Verdict(Outcome.FAILED, "not read: " + unreadable.reason())
                    : new Verdict(Outcome.PASSED, "refused with a reason");
        }
        compare((Reading.Entries) reading, expected);
        if (!faults.isEmpty()) {
            return new Verdict(Outcome.FAILED, String.join("; ", faults));
        }
        if (expected.path("other").size() > 0) {
            notKept.add("details of its own");
        }
        boolean anythingElse = compared > 0 || tier().equals("robust") || tier().equals("none");
        return notKept.isEmpty() || compared > 0 && tier().equals("core") || anythingElse && !tier().equals("extended")
                ? new Verdict(Outcome.PASSED, "")
                : new Verdict(Outcome.OUT_OF_SCOPE, "asks for " + String.join(", ", notKept) + ", which is not kept");
    }

    private int compared;

    private Reading read() {
        JsonNode headers = line.path("headers");
        String type =
                headers.path("Content-type").asText(line.path("content_type").asText(null));
        return FeedReader.read(Base64.getDecoder().decode(line.path("xml_b64").asText()), type, base());
    }

    private URI base() {
        JsonNode headers = line.path("headers");
        return Stream.of(
                        headers.path("Content-Location").asText(""),
                        line.path("source_url").asText(""))
                .map(address -> Urls.resolve(DOCUMENT, address).orElse(DOCUMENT))
                .filter(address -> !address.equals(DOCUMENT))
                .findFirst()
                .orElse(DOCUMENT);
    }

    private void compare(Reading.Entries reading, JsonNode expected) {
        JsonNode count = expected.path("counts").path("entries");
        if (count.isInt() && count.asInt() != reading.entries().size()) {
            faults.add("entries: expected " + count + ", found "
                    + reading.entries().size());
        }
        int at = 0;
        for (JsonNode entry : expected.path("entries")) {
            if (at < reading.entries().size()) {
                Entry found = reading.entries().get(at);
                entry.properties()
                        .forEach(field -> check(
                                "entry " + field.getKey(),
                                field.getKey(),
                                field.getValue(),
                                entry(found, field.getKey())));
            } else {
                faults.add("entry " + at + " is missing");
            }
            at++;
        }
        expected.path("feed")
                .properties()
                .forEach(field -> check(
                        "feed " + field.getKey(),
                        field.getKey(),
                        field.getValue(),
                        feed(reading.about(), field.getKey())));
    }

    private void check(String place, String name, JsonNode expected, @Nullable List<String> found) {
        if (found == null || NOT_KEPT.contains(name)) {
            notKept.add(place);
            return;
        }
        compared++;
        List<String> wanted = expected.isArray()
                ? StreamSupport.stream(expected.spliterator(), false)
                        .filter(value -> !value.isNull())
                        .map(JsonNode::asText)
                        .toList()
                : List.of(expected.asText());
        for (String value : wanted) {
            String meant = value.replace("{BASE}", PLACE);
            boolean held = meant.isEmpty() && found.isEmpty()
                    || isPlain(place)
                            && shown(meant).isEmpty()
                            && found.stream().noneMatch(text -> text.contains("<"))
                    || found.stream()
                            .anyMatch(text -> isPlain(place) ? samePlain(meant, text) : same(name, meant, text));
            if (!held) {
                faults.add(place + ": expected '" + meant + "', found " + found);
            }
        }
    }

    /** Titles and the words on the whole feed are kept as plain text: markup and the links in it are gone. */
    private static boolean isPlain(String place) {
        return place.endsWith(" title") || place.equals("feed summary");
    }

    private static boolean samePlain(String wanted, String found) {
        return shown(wanted).equals(squeezed(found)) || squeezed(wanted).equals(squeezed(found));
    }

    private static boolean same(String name, String wanted, String found) {
        if (wanted.strip().equals(found.strip())) {
            return true;
        }
        if (name.endsWith("_utc")) {
            return Instant.parse(wanted).getEpochSecond()
                    == Instant.parse(found).getEpochSecond();
        }
        if (name.startsWith("author")) {
            return squeezed(found).contains(squeezed(wanted))
                    || squeezed(wanted).contains(squeezed(found))
                    || Set.of(wanted.split(", ")).equals(Set.of(found.split(", ")));
        }
        if (name.equals("language")) {
            return wanted.equalsIgnoreCase(found);
        }
        if (TEXTS.contains(name)) {
            return shown(wanted).equals(shown(found)) && links(found).containsAll(links(wanted));
        }
        return Urls.web(wanted).isPresent() && Urls.web(wanted).equals(Urls.web(found));
    }

    private static String shown(String html) {
        return PlainText.line(html);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<String> links(String html) {
        return html.indexOf('<') < 0
                ? List.of()
                : Jsoup.parseBodyFragment(html).select("a[href^=http]").eachAttr("href");
    }

    private static @Nullable List<String> entry(Entry entry, String name) {
        return switch (name) {
            case "title" -> values(entry.title(), entry.heading());
            case "summary", "content" -> values(entry.summary(), entry.content());
            case "link" -> values(entry.link());
            case "id" -> values(entry.guid());
            case "author", "author_name" -> values(entry.author());
            case "language" -> values(entry.language());
            case "comments" -> values(entry.comments());
            case "tags" -> entry.categories();
            case "enclosures" -> entry.enclosures();
            case "links" ->
                Stream.concat(values(entry.link(), entry.comments()).stream(), entry.enclosures().stream())
                        .toList();
            case "published_utc", "updated_utc" ->
                Stream.of(entry.publishedAt(), entry.updatedAt())
                        .filter(Objects::nonNull)
                        .map(Instant::toString)
                        .toList();
            default -> null;
        };
    }

    private @Nullable List<String> feed(FeedInfo about, String name) {
        return switch (name) {
            case "title" -> values(about.title(), about.link());
            case "summary" -> values(about.description());
            case "link" -> values(about.link(), base().toString());
            case "feed_url" -> values(about.self(), base().toString());
            case "links" -> values(about.link(), about.self());
            case "author", "author_name" -> values(about.author());
            case "language" -> values(about.language());
            default -> null;
        };
    }

    private static List<String> values(@Nullable String... values) {
        return Stream.of(values).filter(Objects::nonNull).toList();
    }
}
