package dev.labwire.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself in JSON-LD blocks. */
final class JsonLd {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> blocks = new ArrayList<>();

    private JsonLd() {}

    static JsonLd of(Document page) {
        JsonLd data = new JsonLd();
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                data.blocks.add(JSON.readTree(script.data()));
            } catch (JsonProcessingException broken) {
                // Blocks are often broken, and what they say is an extra; the page itself is still there.
                continue;
            }
        }
        return data;
    }

    /** The first text under this name, wherever it stands. */
    Optional<String> text(String name) {
        return blocks.stream()
                .flatMap(block -> block.findValues(name).stream())
                .map(JsonLd::word)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String word(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? "" : word(value.get(0));
        }
        return value.isObject() ? value.path("name").asText("") : value.asText("");
    }
}
