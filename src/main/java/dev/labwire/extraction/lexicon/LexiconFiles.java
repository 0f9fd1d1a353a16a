package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.labwire.text.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data files that a lexicon is built from: those shipped, and those an admin adds to them. Immutable. */
public final class LexiconFiles {

    /** The names that a file may have, in an order in which none needs a later one. */
    public static final List<String> NAMES = List.of(
            "organizations.yaml",
            "model-families.yaml",
            "benchmarks.yaml",
            "people.yaml",
            "first-names.yaml",
            "common-words.yaml",
            "words-en.yaml",
            "frames-affiliations-en.yaml",
            "frames-moves-en.yaml",
            "frames-releases-en.yaml",
            "frames-deals-en.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/lexicon/";

    private final Map<String, byte[]> added;

    private LexiconFiles(Map<String, byte[]> added) {
        this.added = Map.copyOf(added);
    }

    /** The shipped files alone. */
    public static LexiconFiles shipped() {
        return new LexiconFiles(Map.of());
    }

    /** These files, and one more that is added to the shipped one of its name. */
    public LexiconFiles with(String name, byte[] content) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no lexicon file is named " + name);
        }
        Map<String, byte[]> more = new HashMap<>(added);
        more.put(name, content.clone());
        return new LexiconFiles(more);
    }

    /** What a shipped file says. */
    public <T> T shipped(String name, TypeReference<T> type) {
        return first(name, type, shippedBytes(name))
                .orElseThrow(() -> new IllegalStateException("the lexicon file " + name + " is empty"));
    }

    /**
     * What the added file of that name says; nothing where there is none, or an empty one.
     *
     * @throws UncheckedIOException when it cannot be read; the cause knows line and column
     */
    public <T> Optional<T> added(String name, TypeReference<T> type) {
        byte[] content = added.get(name);
        return content == null ? Optional.empty() : first(name, type, content);
    }

    /** All entries of a file: the added ones, then those shipped ones whose key no added one has. */
    <T> List<T> entries(String name, TypeReference<List<T>> type, Function<T, String> key) {
        List<T> entries = new ArrayList<>(added(name, type).orElse(List.of()));
        Set<String> replaced = entries.stream().map(key).collect(Collectors.toSet());
        shipped(name, type).stream()
                .filter(entry -> !replaced.contains(key.apply(entry)))
                .forEach(entries::add);
        return List.copyOf(entries);
    }

    /** Changes with any letter of any file. */
    String fingerprint() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String name : NAMES) {
            content.writeBytes(shippedBytes(name));
            if (added.containsKey(name)) {
                content.writeBytes(("\0" + name + "\0").getBytes(StandardCharsets.UTF_8));
                content.writeBytes(added.get(name));
            }
        }
        return Hashes.sha256Hex(content.toByteArray()).substring(0, 16);
    }

    private static <T> Optional<T> first(String name, TypeReference<T> type, byte[] content) {
        try (JsonParser parser = YAML.createParser(content)) {
            JsonToken token = parser.nextToken();
            boolean empty = token == null || token == JsonToken.VALUE_NULL;
            return empty ? Optional.empty() : Optional.of(YAML.readValue(parser, type));
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the lexicon file " + name + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static byte[] shippedBytes(String name) {
        try (InputStream in = LexiconFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
