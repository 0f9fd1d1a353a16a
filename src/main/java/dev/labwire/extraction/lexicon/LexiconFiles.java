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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data files that a lexicon is built from: those shipped, and those an admin adds to them. Immutable. */
public final class LexiconFiles {

    /** The files of names, in an order in which none needs a later one. */
    private static final List<String> NAMES = List.of(
            "organizations.yaml",
            "model-families.yaml",
            "benchmarks.yaml",
            "people.yaml",
            "first-names.yaml",
            "common-words.yaml");

    /** The files of a language, in an order in which none needs a later one; "words" must be there, the others may. */
    private static final List<String> OF_LANGUAGE =
            List.of("words", "frames-affiliations", "frames-moves", "frames-releases", "frames-deals");

    private static final Pattern LANGUAGE_FILE =
            Pattern.compile("(" + String.join("|", OF_LANGUAGE) + ")-([a-z]{2,3})\\.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/lexicon/";
    private static final List<String> SHIPPED_LANGUAGES = shippedLanguages();

    private final Map<String, byte[]> added;

    private LexiconFiles(Map<String, byte[]> added) {
        this.added = Map.copyOf(added);
    }

    /** Whether a lexicon file may have that name. */
    public static boolean known(String name) {
        return NAMES.contains(name) || LANGUAGE_FILE.matcher(name).matches();
    }

    /** What the names of files look like, for people. */
    public static String described() {
        return String.join(", ", NAMES) + " and, with the code of a language behind it, "
                + OF_LANGUAGE.stream().map(stem -> stem + "-en.yaml").collect(Collectors.joining(", "));
    }

    /** These names in an order in which no file needs a later one. */
    public static List<String> ordered(Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparing((String name) -> NAMES.contains(name) ? NAMES.indexOf(name) : NAMES.size())
                        .thenComparing(LexiconFiles::languageOf)
                        .thenComparing(name -> OF_LANGUAGE.indexOf(stem(name))))
                .toList();
    }

    /** The code of the language that a file is of; empty for files of names. */
    public static String languageOf(String name) {
        Matcher file = LANGUAGE_FILE.matcher(name);
        return file.matches() ? file.group(2) : "";
    }

    /** The name without language and ending: {@code frames-moves}. */
    public static String stem(String name) {
        Matcher file = LANGUAGE_FILE.matcher(name);
        return file.matches() ? file.group(1) : name;
    }

    /** The codes of the languages that can be read: the shipped ones and those whose words were added. */
    public List<String> languages() {
        return Stream.concat(
                        SHIPPED_LANGUAGES.stream(),
                        added.keySet().stream()
                                .filter(name -> stem(name).equals("words"))
                                .map(LexiconFiles::languageOf)
                                .sorted())
                .distinct()
                .toList();
    }

    private static List<String> shippedLanguages() {
        return first("languages.yaml", new TypeReference<List<String>>() {}, shippedBytes("languages.yaml"))
                .orElseThrow(() -> new IllegalStateException("the lexicon has no languages"));
    }

    /** The shipped files alone. */
    public static LexiconFiles shipped() {
        return new LexiconFiles(Map.of());
    }

    /** These files, and one more that is added to the shipped one of its name. */
    public LexiconFiles with(String name, byte[] content) {
        if (!known(name)) {
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

    /** What a file of a language says that need not be there. */
    public <T> Optional<T> shippedIfAny(String name, TypeReference<T> type) {
        byte[] content = bytes(name);
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
        List<String> names = Stream.concat(NAMES.stream(), languages().stream().flatMap(language -> OF_LANGUAGE.stream()
                        .map(stem -> stem + "-" + language + ".yaml")))
                .toList();
        for (String name : names) {
            byte[] shipped = bytes(name);
            if (shipped != null) {
                content.writeBytes(shipped);
            }
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
        byte[] content = bytes(name);
        if (content == null) {
            throw new IllegalStateException("the lexicon file " + name + " is missing");
        }
        return content;
    }

    private static byte @Nullable [] bytes(String name) {
        try (InputStream in = LexiconFiles.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
