package dev.labwire.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Labelled articles: what each says, and the primary news in it. */
public record Corpus(String name, List<Labelled> articles) {

    /** Every labelled corpus. */
    public static final List<String> NAMES = List.of(
            "dev-moves.jsonl",
            "dev-models.jsonl",
            "newsroom.jsonl",
            "phrasings.jsonl",
            "headlines.jsonl",
            "stories-moves.jsonl",
            "stories-models.jsonl");

    /** Corpora in other languages than English; the last was written by somebody who did not know the rules and is only measured. */
    public static final List<String> IN_OTHER_LANGUAGES = List.of(
            "dev-multi.jsonl", "world-practice.jsonl", "world-held.jsonl", "press-practice.jsonl", "press-held.jsonl");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An article with the events that a timeline should gain from it. */
    public record Labelled(String id, Document document, List<JsonNode> events) {}

    public static Corpus read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Corpus.class.getResourceAsStream("/corpus/" + name), "no such corpus")) {
            return new Corpus(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(Corpus::labelled)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Labelled labelled(String line) {
        try {
            JsonNode article = JSON.readTree(line);
            String published = article.path("published").asText("");
            return new Labelled(
                    article.get("id").asText(),
                    new Document(
                            article.path("url").asText(null),
                            article.path("title").asText(""),
                            article.get("text").asText(),
                            published.length() == 10 ? LocalDate.parse(published) : null,
                            null,
                            null,
                            null),
                    StreamSupport.stream(article.get("events").spliterator(), false)
                            .toList());
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
