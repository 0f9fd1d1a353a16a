package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.LanguageGuess;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.text.Latin;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All names and words the engine knows. Immutable once built; safe for many threads. */
public final class Lexicon {

    private static final TypeReference<Words.File> WORD_FILE = new TypeReference<>() {};

    private final LexiconFiles files;
    private final Map<String, Organization> organizations;
    private final Gazetteer<Organization> organizationNames;
    private final List<Organization> claims;
    private final Map<String, Organization> organizationsByDomain;
    private final Map<String, Organization> organizationsBySlug;
    private final List<ModelFamily> families;
    private final List<BenchmarkName> benchmarkNames;
    private final Gazetteer<BenchmarkName> benchmarks;
    private final Gazetteer<String> people;
    private final List<PersonName> personNames;
    private final Map<String, Set<String>> knownSurnames;
    private final Set<String> firstNames;
    private final Set<String> commonWords;
    private final Words words;
    private final Idiom idiom;
    private final Map<String, Words.File> wordsOfOthers;
    private final Map<String, Lexicon> others = new ConcurrentHashMap<>();
    private final LanguageGuess guess;

    private Lexicon(LexiconFiles files, boolean withPeople) {
        this.files = files;
        idiom = Idiom.ENGLISH;
        organizations = new HashMap<>();
        organizationNames = new Gazetteer<>();
        organizationsByDomain = new HashMap<>();
        organizationsBySlug = new HashMap<>();
        people = new Gazetteer<>();
        personNames = new ArrayList<>();
        knownSurnames = new HashMap<>();
        firstNames = new HashSet<>();
        commonWords = new HashSet<>();
        benchmarks = new Gazetteer<>();
        claims = claims();
        learnOrganizations();
        families = files.entries("model-families.yaml", new TypeReference<List<ModelFamily>>() {}, ModelFamily::family);
        benchmarkNames =
                files.entries("benchmarks.yaml", new TypeReference<List<BenchmarkName>>() {}, BenchmarkName::name);
        learnBenchmarks();
        if (withPeople) {
            files.entries("people.yaml", new TypeReference<List<PersonName>>() {}, PersonName::name)
                    .forEach(this::learn);
        }
        files.entries("first-names.yaml", new TypeReference<List<String>>() {}, Tokenizer::norm)
                .forEach(name -> firstNames.add(Tokenizer.norm(name)));
        files.entries("common-words.yaml", new TypeReference<List<String>>() {}, Tokenizer::norm)
                .forEach(word -> commonWords.add(Tokenizer.norm(word)));
        words = new Words(files.shipped("words-en.yaml", WORD_FILE), files.added("words-en.yaml", WORD_FILE));
        wordsOfOthers = new HashMap<>();
        Map<String, List<String>> functionWords = new HashMap<>();
        Map<String, Set<String>> telling = new HashMap<>();
        Set<String> english = new HashSet<>();
        files.languages().stream()
                .filter(language -> !language.equals(idiom.language()))
                .forEach(language -> {
                    Words.File own = words(language);
                    functionWords.put(language, own.functionWords());
                    telling.put(language, own.tellingWords());
                    own.engineWords().forEach(english::add);
                    wordsOfOthers.put(language, own);
                });
        withoutShared(telling, english);
        functionWords.values().forEach(english::removeAll);
        english.addAll(words.verbForms());
        telling.put("en", english);
        guess = new LanguageGuess(functionWords, telling);
    }

    /** What is a word of English and of another language, such as "a" and "tokens", tells nothing. */
    private static void withoutShared(Map<String, Set<String>> telling, Set<String> english) {
        Set<String> shared = telling.values().stream()
                .flatMap(Set::stream)
                .filter(english::contains)
                .collect(Collectors.toSet());
        telling.values().forEach(words -> words.removeAll(shared));
        english.removeAll(shared);
    }

    private Words.File words(String language) {
        String name = "words-" + language + ".yaml";
        return files.shippedIfAny(name, WORD_FILE)
                .map(file -> files.added(name, WORD_FILE).map(file::with).orElse(file))
                .or(() -> files.added(name, WORD_FILE))
                .orElseThrow(() -> new IllegalStateException("the lexicon file " + name + " is missing"));
    }

    /** The same names as another language's texts are cut, with that language's words. */
    private Lexicon(Lexicon english, String language, Words.File own) {
        files = english.files;
        idiom = Words.idiom(language, own, english.spelledNames());
        words = new Words(english.words, own, idiom);
        claims = english.claims;
        organizations = english.organizations;
        organizationsByDomain = english.organizationsByDomain;
        organizationsBySlug = english.organizationsBySlug;
        families = english.families;
        personNames = english.personNames;
        knownSurnames = english.knownSurnames;
        firstNames = english.firstNames;
        commonWords = english.commonWords;
        benchmarkNames = english.benchmarkNames;
        organizationNames = new Gazetteer<>(idiom);
        claims.forEach(organization ->
                spellings(organization).forEach(spelling -> organizationNames.add(spelling, organization)));
        people = new Gazetteer<>(idiom);
        personNames.forEach(this::learnSpellings);
        benchmarks = new Gazetteer<>(idiom);
        learnBenchmarks();
        wordsOfOthers = Map.of();
        guess = new LanguageGuess(Map.of(), Map.of());
    }

    private void learnBenchmarks() {
        for (BenchmarkName benchmark : benchmarkNames) {
            benchmarks.add(benchmark.name(), benchmark);
            benchmark.aliases().forEach(alias -> benchmarks.add(alias, benchmark));
        }
    }

    /**
     * This lexicon as the texts of another language need it, made when it is first asked for; English where the language is
     * not known.
     */
    public Lexicon in(String language) {
        Words.File own = wordsOfOthers.get(language);
        return own == null ? this : others.computeIfAbsent(language, key -> new Lexicon(this, key, own));
    }

    /** Whether a word in lower case is a country or a big city, in English or in this lexicon's language. */
    public boolean place(String word) {
        return words.in("places", word) || PlaceNames.in(idiom.language()).contains(word);
    }

    /** How texts of this lexicon's language are cut. */
    public Idiom idiom() {
        return idiom;
    }

    /** Says which language a text is in. */
    public LanguageGuess languageGuess() {
        return guess;
    }

    /** The codes of the languages that texts can be read in. */
    public List<String> languages() {
        return files.languages();
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
    private List<Organization> claims() {
        TypeReference<List<Organization>> type = new TypeReference<>() {};
        Set<String> added = new HashSet<>();
        files.added("organizations.yaml", type)
                .ifPresent(entries -> entries.forEach(organization -> added.add(organization.id())));
        return files.entries("organizations.yaml", type, Organization::id).stream()
                .sorted(Comparator.comparing((Organization organization) -> !added.contains(organization.id()))
                        .thenComparing(Organization::id))
                .toList();
    }

    private void learnOrganizations() {
        for (Organization organization : claims) {
            organizations.put(organization.id(), organization);
            organizationsBySlug.put(organization.id(), organization);
            spellings(organization).forEach(spelling -> organizationNames.add(spelling, organization));
            organization.domains().forEach(domain -> organizationsByDomain.putIfAbsent(domain, organization));
        }
        claims.forEach(organization -> spellings(organization)
                .forEach(spelling -> organizationsBySlug.putIfAbsent(Slug.of(spelling), organization)));
    }

    /** All names in all spellings. */
    private Set<String> spelledNames() {
        Set<String> names = new HashSet<>();
        claims.forEach(organization -> names.addAll(spellings(organization)));
        families.forEach(family -> {
            names.add(family.family());
            names.addAll(family.aliases());
        });
        personNames.forEach(person -> {
            names.add(person.name());
            names.addAll(person.aliases());
        });
        return names;
    }

    private static List<String> spellings(Organization organization) {
        List<String> spellings = new ArrayList<>(organization.aliases());
        spellings.add(0, organization.name());
        return spellings;
    }

    private void learn(PersonName person) {
        personNames.add(person);
        learnSpellings(person);
        String surname = person.name().substring(person.name().lastIndexOf(' ') + 1);
        knownSurnames.computeIfAbsent(surname, key -> new HashSet<>(2)).add(person.name());
    }

    private void learnSpellings(PersonName person) {
        people.add(person.name(), person.name());
        person.aliases().forEach(alias -> people.add(alias, person.name()));
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

    /** The organisation that another is at last a part of; itself where it is part of none. */
    public String house(String id) {
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

    /** The given names, in lower case. */
    public Set<String> firstNames() {
        return Collections.unmodifiableSet(firstNames);
    }

    /** Whether a lower-case word is a given name. */
    public boolean firstName(String word) {
        return firstNames.contains(word) || firstNames.contains(Latin.unaccented(word));
    }

    /** Whether a lower-case word is an ordinary one, hence no part of a name even when a headline capitalises it. */
    public boolean commonWord(String word) {
        return commonWords.contains(word);
    }

    public Words words() {
        return words;
    }
}
