package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    private final LexiconFiles files;
    private final Map<String, Organization> organizations = new HashMap<>();
    private final Gazetteer<Organization> organizationNames = new Gazetteer<>();
    private final Map<String, Organization> organizationsByDomain = new HashMap<>();
    private final Map<String, Organization> organizationsBySlug = new HashMap<>();
    private final List<ModelFamily> families;
    private final Gazetteer<BenchmarkName> benchmarks = new Gazetteer<>();
    private final Gazetteer<String> people = new Gazetteer<>();
    private final List<PersonName> personNames = new ArrayList<>();
    private final Map<String, Set<String>> knownSurnames = new HashMap<>();
    private final Set<String> firstNames = new HashSet<>();
    private final Set<String> commonWords = new HashSet<>();
    private final Words words;

    private Lexicon(LexiconFiles files, boolean withPeople) {
        this.files = files;
        learnOrganizations();
        families = files.entries("model-families.yaml", new TypeReference<List<ModelFamily>>() {}, ModelFamily::family);
        for (BenchmarkName benchmark :
                files.entries("benchmarks.yaml", new TypeReference<List<BenchmarkName>>() {}, BenchmarkName::name)) {
            benchmarks.add(benchmark.name(), benchmark);
            benchmark.aliases().forEach(alias -> benchmarks.add(alias, benchmark));
        }
        if (withPeople) {
            files.entries("people.yaml", new TypeReference<List<PersonName>>() {}, PersonName::name)
                    .forEach(this::learn);
        }
        files.entries("first-names.yaml", new TypeReference<List<String>>() {}, Tokenizer::norm)
                .forEach(name -> firstNames.add(Tokenizer.norm(name)));
        files.entries("common-words.yaml", new TypeReference<List<String>>() {}, Tokenizer::norm)
                .forEach(word -> commonWords.add(Tokenizer.norm(word)));
        TypeReference<Words.File> wordFile = new TypeReference<>() {};
        words = new Words(files.shipped("words-en.yaml", wordFile), files.added("words-en.yaml", wordFile));
    }

    /** The lexicon of the shipped data files. */
    public static Lexicon shipped() {
        return of(LexiconFiles.shipped());
    }

    /** The shipped lexicon without its list of people: shows what is read and what is merely remembered. */
    public static Lexicon withoutPeople() {
        return new Lexicon(LexiconFiles.shipped(), false);
    }

    /**
     * The lexicon of these data files.
     *
     * @throws java.io.UncheckedIOException when one cannot be read
     */
    public static Lexicon of(LexiconFiles files) {
        return new Lexicon(files, true);
    }

    /** The data files that it was built from; they have the phrase patterns as well. */
    public LexiconFiles files() {
        return files;
    }

    /** Where two organisations claim a spelling, an added one has it; among shipped ones the id decides. */
    private void learnOrganizations() {
        TypeReference<List<Organization>> type = new TypeReference<>() {};
        Set<String> added = new HashSet<>();
        files.added("organizations.yaml", type)
                .ifPresent(entries -> entries.forEach(organization -> added.add(organization.id())));
        List<Organization> claims = files.entries("organizations.yaml", type, Organization::id).stream()
                .sorted(Comparator.comparing((Organization organization) -> !added.contains(organization.id()))
                        .thenComparing(Organization::id))
                .toList();
        for (Organization organization : claims) {
            organizations.put(organization.id(), organization);
            organizationsBySlug.put(organization.id(), organization);
            spellings(organization).forEach(spelling -> organizationNames.add(spelling, organization));
            organization.domains().forEach(domain -> organizationsByDomain.putIfAbsent(domain, organization));
        }
        claims.forEach(organization -> spellings(organization)
                .forEach(spelling -> organizationsBySlug.putIfAbsent(Slug.of(spelling), organization)));
    }

    private static List<String> spellings(Organization organization) {
        List<String> spellings = new ArrayList<>(organization.aliases());
        spellings.add(0, organization.name());
        return spellings;
    }

    private void learn(PersonName person) {
        personNames.add(person);
        people.add(person.name(), person.name());
        person.aliases().forEach(alias -> people.add(alias, person.name()));
        String surname = person.name().substring(person.name().lastIndexOf(' ') + 1);
        knownSurnames.computeIfAbsent(surname, key -> new HashSet<>(2)).add(person.name());
    }

    /** Changes with any letter of any data file. */
    public String fingerprint() {
        return files.fingerprint();
    }

    /** The organisations known by name, with their other names. */
    public Collection<Organization> organizations() {
        return Collections.unmodifiableCollection(organizations.values());
    }

    /** The people known by name, with their other names. */
    public List<PersonName> personNames() {
        return Collections.unmodifiableList(personNames);
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
}
