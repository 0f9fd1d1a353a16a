package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.text.Latin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The second pass over a document: which of its names are people, and whom a surname alone means. */
final class People {

    private static final Pattern AGE = Pattern.compile("[2-8]\\d");

    private final Lexicon lexicon;
    private final Map<String, Set<String>> bySurname = new HashMap<>();
    private final Map<String, Set<String>> byFirstName = new HashMap<>();
    private final Set<String> fullNames = new HashSet<>();
    private final Set<String> singles = new HashSet<>();

    /** The people of sentences and their units of the first pass. */
    People(List<Sentence> sentences, List<List<Unit>> units, Lexicon lexicon) {
        this.lexicon = lexicon;
        units.forEach(this::collectSingles);
        for (int i = 0; i < units.size(); i++) {
            if (sentences.get(i).zone() != Zone.BOILERPLATE) {
                collect(units.get(i));
            }
        }
        if (!lexicon.idiom().english()) {
            dropNounsBeforeNames();
        }
    }

    /** "Forscherin Jane Doe": what begins a sentence with a capital is no part of the name behind it that stands elsewhere. */
    private void dropNounsBeforeNames() {
        Set<String> longer = fullNames.stream()
                .filter(name -> fullNames.stream().anyMatch(other -> name.endsWith(" " + other)))
                .filter(name -> !givenName(firstWord(name.toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
        fullNames.removeAll(longer);
        bySurname.values().forEach(names -> names.removeAll(longer));
        byFirstName.values().forEach(names -> names.removeAll(longer));
    }

    private void collectSingles(List<Unit> units) {
        units.stream()
                .filter(unit -> unit.is(Type.NAME))
                .map(unit -> unit.valueAs(String.class))
                .filter(name -> name.indexOf(' ') < 0 && name.length() > 1)
                .forEach(singles::add);
    }

    private void collect(List<Unit> units) {
        for (int i = 0; i < units.size(); i++) {
            if (fullName(units, i)) {
                collect(units.get(i).valueAs(String.class));
            }
        }
    }

    /** A listed person; else a name with a known first name, a last one that recurs alone, or a place that people have. */
    private boolean fullName(List<Unit> units, int at) {
        Unit unit = units.get(at);
        if (unit.is(Type.PERSON)) {
            return true;
        }
        return unit.is(Type.NAME)
                && Names.personLike(unit)
                && (givenName(firstWord(unit.norm())) || recurs(unit) || placedLikeAPerson(units, at));
    }

    private boolean givenName(String word) {
        return lexicon.firstName(word) || !Latin.written(word) && GivenNames.known(word, lexicon);
    }

    private boolean recurs(Unit unit) {
        String name = unit.valueAs(String.class);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String lower = last.toLowerCase(Locale.ROOT);
        return singles.contains(last) && !lexicon.commonWord(lower) && !lexicon.place(lower);
    }

    /** "Jane Doe, who…", "Jane Doe, 41, …", "its chief scientist, Jane Doe": what only people have. */
    private static boolean placedLikeAPerson(List<Unit> units, int at) {
        boolean comma = at + 2 < units.size() && units.get(at + 1).word(",");
        boolean clause = comma && units.get(at + 2).word("who");
        boolean age = comma
                && at + 3 < units.size()
                && AGE.matcher(units.get(at + 2).norm()).matches()
                && units.get(at + 3).word(",");
        boolean titled =
                at > 1 && units.get(at - 1).word(",") && units.get(at - 2).is(Type.ROLE);
        return clause || age || titled;
    }

    private void collect(String name) {
        fullNames.add(name);
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        String firstName = name.substring(0, Math.max(name.indexOf(' '), 1));
        bySurname.computeIfAbsent(surname, key -> new HashSet<>(2)).add(name);
        byFirstName.computeIfAbsent(firstName, key -> new HashSet<>(2)).add(name);
    }

    /** The units of a sentence, names turned into the people they mean. */
    List<Unit> resolve(List<Unit> units) {
        List<Unit> resolved = new ArrayList<>(units.stream()
                .map(unit -> unit.is(Type.NAME) ? asPerson(unit) : unit)
                .toList());
        for (int i = 0; i + 2 < resolved.size() && !lexicon.idiom().english(); i++) {
            if (resolved.get(i).is(Type.NAME)
                    && resolved.get(i + 1).word("and")
                    && resolved.get(i + 2).is(Type.PERSON)) {
                resolved.set(i, sameSurname(resolved.get(i), resolved.get(i + 2)));
            }
        }
        return resolved;
    }

    /** "Dario and Daniela Amodei": the first has the second's surname, where such a person is known. */
    private Unit sameSurname(Unit unit, Unit other) {
        String second = other.valueAs(String.class);
        String name = unit.valueAs(String.class) + second.substring(Math.max(0, second.lastIndexOf(' ')));
        boolean known = lexicon.knownBySurname(second.substring(second.lastIndexOf(' ') + 1))
                .contains(name);
        return known ? new Unit(Type.PERSON, unit.from(), unit.to(), unit.norm(), Set.of(), name) : unit;
    }

    private Unit asPerson(Unit unit) {
        return meant(unit.valueAs(String.class))
                .map(name -> new Unit(Type.PERSON, unit.from(), unit.to(), unit.norm(), Set.of(), name))
                .orElse(unit);
    }

    private Optional<String> meant(String name) {
        Optional<String> whole = meantWhole(name);
        boolean longer = !lexicon.idiom().english() && name.split(" ").length > 2;
        return whole.isPresent() || !longer ? whole : meantWhole(name.substring(name.indexOf(' ') + 1));
    }

    private Optional<String> meantWhole(String name) {
        if (!Latin.written(name)) {
            return declined(name).or(() -> fullNames.contains(name) ? Optional.of(name) : Optional.empty());
        }
        if (fullNames.contains(name)) {
            return Optional.of(name);
        }
        return name.indexOf(' ') < 0 ? alone(name) : Optional.empty();
    }

    /** A surname (or, failing that, a given name) that one person of the document has. */
    private Optional<String> alone(String name) {
        Set<String> bearers = bySurname.getOrDefault(name, Set.of());
        if (bearers.isEmpty()) {
            bearers = byFirstName.getOrDefault(name, Set.of());
        }
        if (bearers.isEmpty() && !lexicon.firstName(name.toLowerCase(Locale.ROOT)) && name.length() > 3) {
            bearers = lexicon.knownBySurname(name);
        }
        return bearers.size() == 1 ? Optional.of(bearers.iterator().next()) : Optional.empty();
    }

    /** The person one of whose names has the same stems, in the shortest form that the document writes. */
    private Optional<String> declined(String name) {
        String key = key(name);
        boolean full = name.indexOf(' ') >= 0;
        List<String> bearers = fullNames.stream()
                .filter(other -> full
                        ? key(other).equals(key)
                        : key(other).endsWith(" " + key) || !Latin.written(name) && aliasEnds(other, key))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        long people = bearers.stream().map(this::key).distinct().count();
        return people == 1 ? Optional.of(bearers.get(0)) : Optional.empty();
    }

    /** A surname alone of somebody whom the document names in full and the lexicon knows in Latin letters. */
    private boolean aliasEnds(String person, String key) {
        return lexicon.personNames().stream()
                .filter(known -> known.name().equals(person))
                .flatMap(known -> known.aliases().stream())
                .anyMatch(alias -> key(alias).endsWith(" " + key));
    }

    private String key(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split(" "))
                .map(lexicon.idiom()::nameKey)
                .collect(Collectors.joining(" "));
    }

    private static String firstWord(String norm) {
        String first = norm.contains(" ") ? norm.substring(0, norm.indexOf(' ')) : norm;
        return first.contains("-") ? first.substring(0, first.indexOf('-')) : first;
    }
}
