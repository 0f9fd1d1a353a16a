package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.text.Hashes;
import dev.labwire.text.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All names and words the engine knows. Immutable once built; safe for many threads. */
public final class Lexicon {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/lexicon/";
    private static final List<String> FILES = List.of(
            "organizations.yaml",
            "model-families.yaml",
            "benchmarks.yaml",
            "people.yaml",
            "first-names.yaml",
            "common-words.yaml",
            "words-en.yaml",
            "frames-moves-en.yaml",
            "frames-affiliations-en.yaml",
            "frames-releases-en.yaml",
            "frames-deals-en.yaml");

    private final Map<String, Organization> organizations = new HashMap<>();
    private final Gazetteer<Organization> organizationNames = new Gazetteer<>();
    private final Map<String, Organization> organizationsByDomain = new HashMap<>();
    private final Map<String, Organization> organizationsBySlug = new HashMap<>();
    private final List<ModelFamily> families;
    private final Gazetteer<BenchmarkName> benchmarks = new Gazetteer<>();
    private final Gazetteer<String> people = new Gazetteer<>();
    private final Map<String, Set<String>> knownSurnames = new HashMap<>();
    private final Set<String> firstNames = new HashSet<>();
    private final Set<String> commonWords = new HashSet<>();
    private final Words words;

    private Lexicon(boolean withPeople) {
        for (Organization organization : read("organizations.yaml", new TypeReference<List<Organization>>() {})) {
            organizations.put(organization.id(), organization);
            organization.domains().forEach(domain -> organizationsByDomain.put(domain, organization));
        }
        organizations.values().stream()
                .sorted(Comparator.comparing(Organization::id))
                .forEach(organization -> {
                    organizationNames.add(organization.name(), organization);
                    organization.aliases().forEach(alias -> organizationNames.add(alias, organization));
                    organizationsBySlug.put(organization.id(), organization);
                });
        organizations.values().stream()
                .sorted(Comparator.comparing(Organization::id))
                .forEach(organization -> spellings(organization)
                        .forEach(spelling -> organizationsBySlug.putIfAbsent(Slug.of(spelling), organization)));
        families = read("model-families.yaml", new TypeReference<List<ModelFamily>>() {});
        for (BenchmarkName benchmark : read("benchmarks.yaml", new TypeReference<List<BenchmarkName>>() {})) {
            benchmarks.add(benchmark.name(), benchmark);
            benchmark.aliases().forEach(alias -> benchmarks.add(alias, benchmark));
        }
        if (withPeople) {
            for (PersonName person : read("people.yaml", new TypeReference<List<PersonName>>() {})) {
                learn(person);
            }
        }
        read("first-names.yaml", new TypeReference<List<String>>() {})
                .forEach(name -> firstNames.add(Tokenizer.norm(name)));
        commonWords.addAll(read("common-words.yaml", new TypeReference<List<String>>() {}));
        words = new Words(read("words-en.yaml", new TypeReference<Words.File>() {}));
    }

    /** The lexicon of the shipped data files. */
    public static Lexicon shipped() {
        return new Lexicon(true);
    }

    /** The shipped lexicon without its list of people: shows what is read and what is merely remembered. */
    public static Lexicon withoutPeople() {
        return new Lexicon(false);
    }

    private static List<String> spellings(Organization organization) {
        List<String> spellings = new ArrayList<>(organization.aliases());
        spellings.add(0, organization.name());
        return spellings;
    }

    private void learn(PersonName person) {
        people.add(person.name(), person.name());
        person.aliases().forEach(alias -> people.add(alias, person.name()));
        String surname = person.name().substring(person.name().lastIndexOf(' ') + 1);
        knownSurnames.computeIfAbsent(surname, key -> new HashSet<>(2)).add(person.name());
    }

    /** Changes with any letter of any data file. */
    public String fingerprint() {
        StringBuilder content = new StringBuilder();
        for (String file : FILES) {
            content.append(new String(bytes(file), StandardCharsets.UTF_8));
        }
        return Hashes.sha256Hex(content.toString()).substring(0, 16);
    }

    public Gazetteer<Organization> organizationNames() {
        return organizationNames;
    }

    public Optional<Organization> organization(@Nullable String id) {
        return Optional.ofNullable(id).map(organizations::get);
    }

    /** The organisation of that id, name or alias, in whatever case and with whatever blanks or hyphens. */
    public Optional<Organization> organizationNamed(String name) {
        return Optional.ofNullable(organizationsBySlug.get(Slug.of(name)));
    }

    /** The organisation whose site that host is. */
    public Optional<Organization> organizationOfHost(String host) {
        for (String domain = host; domain.contains("."); domain = domain.substring(domain.indexOf('.') + 1)) {
            Organization organization = organizationsByDomain.get(domain);
            if (organization != null) {
                return Optional.of(organization);
            }
        }
        return Optional.empty();
    }

    /** Whether two organisations are one house: the same, or one a part of the other, or parts of one parent. */
    public boolean kin(String first, String second) {
        return first.equals(second) || house(first).equals(house(second));
    }

    private String house(String id) {
        String top = id;
        for (int i = 0; i < 5; i++) {
            Organization organization = organizations.get(top);
            if (organization == null || organization.parent() == null) {
                break;
            }
            top = organization.parent();
        }
        return top;
    }

    public List<ModelFamily> families() {
        return families;
    }

    public Gazetteer<BenchmarkName> benchmarks() {
        return benchmarks;
    }

    public Gazetteer<String> people() {
        return people;
    }

    /** The full names of known people with that surname, as written with its capital. */
    public Set<String> knownBySurname(String surname) {
        return knownSurnames.getOrDefault(surname, Set.of());
    }

    /** Whether a lower-case word is a given name. */
    public boolean firstName(String word) {
        return firstNames.contains(word);
    }

    /** Whether a lower-case word is an ordinary one, hence no part of a name even when a headline capitalises it. */
    public boolean commonWord(String word) {
        return commonWords.contains(word);
    }

    public Words words() {
        return words;
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try {
            return YAML.readValue(bytes(file), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the lexicon file " + file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon file " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
