package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Duty;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.BenchmarkName;
import dev.labwire.extraction.lexicon.Gazetteer;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what the tokens of a document's sentences stand for. Names of people nobody lists are found by their shape and
 * company, and a surname alone stands for the one full name in the document that ends with it.
 */
public final class Annotator {

    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "von", "der", "den", "bin", "al", "la", "le", "da", "di", "dos", "del", "ter", "ben", "ibn",
            "el");

    private final Lexicon lexicon;
    private final ModelNames models;
    private final Words words;

    public Annotator(Lexicon lexicon, ModelNames models) {
        this.lexicon = lexicon;
        this.models = models;
        this.words = lexicon.words();
    }

    /**
     * The sentences of one document with their units.
     *
     * @param anchor day of publication
     * @param firstParty the organisation that speaks as "we" and "us", where the source is its own
     */
    public List<AnnotatedSentence> annotate(
            List<Sentence> sentences, @Nullable LocalDate anchor, @Nullable Organization firstParty) {
        Set<String> evident = evidentOrganizations(sentences);
        List<List<Unit>> drafts = new ArrayList<>();
        List<Boolean> titleCases = new ArrayList<>();
        for (Sentence sentence : sentences) {
            boolean titleCase = titleCase(sentence.tokens());
            titleCases.add(titleCase);
            drafts.add(new Reading(sentence, titleCase, evident, anchor).units());
        }
        People people = new People(sentences, drafts);
        List<List<Unit>> named = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            named.add(people.resolve(i));
        }
        StandIns standIns = new StandIns(words, firstParty);
        List<AnnotatedSentence> annotated = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            annotated.add(new AnnotatedSentence(sentences.get(i), standIns.resolve(named, i), titleCases.get(i)));
        }
        return annotated;
    }

    /** Organisations that the document names in a way nothing else is called. */
    private Set<String> evidentOrganizations(List<Sentence> sentences) {
        Set<String> evident = new HashSet<>();
        for (Sentence sentence : sentences) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                Gazetteer.Hit<Organization> hit = lexicon.organizationNames().at(sentence.tokens(), i);
                if (hit != null && !(ambiguous(hit, sentence.tokens().get(i)))) {
                    evident.add(hit.value().id());
                }
            }
        }
        return evident;
    }

    /** Whether this spelling of an organisation's name is an ordinary word, a given name or a product as well. */
    private boolean ambiguous(Gazetteer.Hit<Organization> hit, Token token) {
        if (hit.length() > 1 || !hit.value().ambiguous()) {
            return false;
        }
        boolean ownName = token.text().equals(hit.value().name());
        return !ownName
                || lexicon.commonWord(token.norm())
                || lexicon.firstName(token.norm())
                || token.text().length() < 3;
    }

    private boolean titleCase(List<Token> tokens) {
        long wordsSeen = tokens.stream()
                .skip(1)
                .filter(t -> t.wordLike() && t.text().length() > 3)
                .count();
        long capitals = tokens.stream()
                .skip(1)
                .filter(t -> t.wordLike() && t.text().length() > 3 && t.capitalized())
                .count();
        return wordsSeen >= 3 && capitals >= 0.6 * wordsSeen;
    }

    /** The first pass over one sentence. */
    private final class Reading {
        private final Sentence sentence;
        private final List<Token> tokens;
        private final boolean titleCase;
        private final Set<String> evident;
        private final Map<Integer, DateFinder.Found> dates = new HashMap<>();

        Reading(Sentence sentence, boolean titleCase, Set<String> evident, @Nullable LocalDate anchor) {
            this.sentence = sentence;
            this.tokens = sentence.tokens();
            this.titleCase = titleCase;
            this.evident = evident;
            DateFinder.find(tokens, anchor).forEach(found -> dates.put(found.from(), found));
        }

        List<Unit> units() {
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < tokens.size(); ) {
                Unit unit = at(i, units);
                units.add(unit);
                i = unit.to();
            }
            return units;
        }

        private Unit at(int i, List<Unit> before) {
            Unit best = null;
            for (Optional<Unit> candidate :
                    List.of(model(i), organization(i), person(i), benchmark(i), date(i), money(i), role(i, before))) {
                if (candidate.isPresent() && (best == null || candidate.get().to() > best.to())) {
                    best = candidate.get();
                }
            }
            if (best != null) {
                return best;
            }
            return name(i).orElseGet(() -> plain(i));
        }

        private Unit plain(int i) {
            Token token = tokens.get(i);
            boolean word = token.wordLike()
                    || token.numeric()
                    || token.text().startsWith("'")
                    || token.text().startsWith("’");
            Set<String> lemmas = word ? words.lemmas(token.norm()) : Set.of();
            return new Unit(
                    word ? Type.WORD : Type.SIGN, i, i + 1, sign(token.norm()), lemmas, duties(token.norm()), null);
        }

        private Set<Duty> duties(String norm) {
            Set<Duty> duties = EnumSet.noneOf(Duty.class);
            if (words.in("auxiliaries", norm)) {
                duties.add(Duty.AUXILIARY);
            }
            if (words.in("before-noun", norm)) {
                duties.add(Duty.BEFORE_NOUN);
            }
            if (words.in("prepositions", norm)) {
                duties.add(Duty.PREPOSITION);
            }
            return duties;
        }

        private String sign(String norm) {
            return switch (norm) {
                case "→", "⟶", "➔", "=>", "»" -> "->";
                default -> norm;
            };
        }

        private Optional<Unit> model(int i) {
            return models.at(tokens, i)
                    .map(hit -> new Unit(
                            Type.MODEL, i, i + hit.length(), norm(i, i + hit.length()), Set.of(), hit.value()));
        }

        private Optional<Unit> organization(int i) {
            Gazetteer.Hit<Organization> hit = lexicon.organizationNames().at(tokens, i);
            if (hit == null
                    || hit.length() == 1
                            && hit.value().ambiguous()
                            && !evident.contains(hit.value().id())
                            && !trusted(i)) {
                return Optional.empty();
            }
            boolean longerName = hit.length() == 1
                    && hit.value().ambiguous()
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).capitalized()
                    && tokens.get(i + 1).wordLike()
                    && !titleCase;
            return longerName
                    ? Optional.empty()
                    : Optional.of(new Unit(
                            Type.ORGANIZATION, i, i + hit.length(), norm(i, i + hit.length()), Set.of(), hit.value()));
        }

        /** Whether an ambiguous word is likely a company here: inside a sentence that does not capitalise ordinary words. */
        private boolean trusted(int i) {
            if (titleCase || i == 0 || tokens.get(i).text().length() < 2) {
                return false;
            }
            String before = tokens.get(i - 1).norm();
            return !before.equals(".")
                    && !before.equals("\"")
                    && !before.equals(":")
                    && tokens.get(i).capitalized();
        }

        private Optional<Unit> person(int i) {
            Gazetteer.Hit<String> hit = lexicon.people().at(tokens, i);
            return hit == null
                    ? Optional.empty()
                    : Optional.of(new Unit(
                            Type.PERSON, i, i + hit.length(), norm(i, i + hit.length()), Set.of(), hit.value()));
        }

        private Optional<Unit> benchmark(int i) {
            Gazetteer.Hit<BenchmarkName> hit = lexicon.benchmarks().at(tokens, i);
            return hit == null
                    ? Optional.empty()
                    : Optional.of(new Unit(
                            Type.BENCHMARK, i, i + hit.length(), norm(i, i + hit.length()), Set.of(), hit.value()));
        }

        private Optional<Unit> date(int i) {
            DateFinder.Found found = dates.get(i);
            return found == null
                    ? Optional.empty()
                    : Optional.of(new Unit(Type.DATE, i, found.to(), norm(i, found.to()), Set.of(), found));
        }

        private Optional<Unit> money(int i) {
            return Amounts.dollars(tokens, i)
                    .map(amount ->
                            new Unit(Type.MONEY, i, amount.to(), norm(i, amount.to()), Set.of(), amount.value()));
        }

        private Optional<Unit> role(int i, List<Unit> before) {
            Unit last = before.isEmpty() ? null : before.get(before.size() - 1);
            int end = Roles.end(tokens, i, words, last == null ? "" : last.norm());
            return end > i ? Optional.of(new Unit(Type.ROLE, i, end, norm(i, end), Set.of(), null)) : Optional.empty();
        }

        /** A run of capitalised words that nothing else explains. */
        private Optional<Unit> name(int i) {
            if (!namePart(i) || i == 0 && !startsName()) {
                return Optional.empty();
            }
            int end = i + 1;
            while (end < tokens.size() && end - i < 7) {
                if (namePart(end) && tokens.get(end).spaced() && !breaks(end)) {
                    end++;
                } else if (initial(end)) {
                    end += 2;
                } else if (joined(end)) {
                    end += 2;
                } else if (PARTICLES.contains(tokens.get(end).norm())
                        && end + 1 < tokens.size()
                        && namePart(end + 1)
                        && !breaks(end + 1)) {
                    end += 2;
                } else {
                    break;
                }
            }
            String written = sentence.text()
                    .substring(tokens.get(i).start(), tokens.get(end - 1).end())
                    .replaceAll("\\s+", " ");
            return Optional.of(new Unit(
                    Type.NAME,
                    i,
                    end,
                    norm(i, end),
                    end == i + 1 ? words.lemmas(tokens.get(i).norm()) : Set.of(),
                    written));
        }

        private boolean startsName() {
            String first = tokens.get(0).norm();
            if (words.in("not-names", first)) {
                return false;
            }
            boolean another = tokens.size() > 1
                    && tokens.get(1).wordLike()
                    && tokens.get(1).capitalized();
            return lexicon.firstName(first) && another
                    || !lexicon.commonWord(first) && words.lemmas(first).isEmpty()
                    || another && !titleCase && !words.in("sentence-openers", first) && !lexicon.commonWord(first);
        }

        private boolean namePart(int i) {
            Token token = tokens.get(i);
            if (!token.wordLike()
                    || !token.capitalized() && !token.text().matches("[a-z]+[A-Z]\\w*")
                    || words.in("not-names", token.norm())) {
                return false;
            }
            if (initialLetter(token)) {
                return i + 1 < tokens.size() && tokens.get(i + 1).is(".");
            }
            boolean ordinary = lexicon.commonWord(token.norm())
                    || !words.lemmas(token.norm()).isEmpty();
            return !(titleCase && ordinary && !lexicon.firstName(token.norm()));
        }

        private boolean initialLetter(Token token) {
            return token.text().length() == 1;
        }

        /** Whether another entity starts at a token, so that a name cannot go on over it. */
        private boolean breaks(int i) {
            boolean knownOrganization = organization(i)
                    .filter(unit -> !unit.valueAs(Organization.class).ambiguous())
                    .isPresent();
            return knownOrganization
                    || dates.containsKey(i)
                    || person(i).isPresent()
                    || role(i, List.of()).isPresent()
                    || model(i).isPresent();
        }

        private boolean initial(int i) {
            return i + 2 < tokens.size()
                    && initialLetter(tokens.get(i))
                    && tokens.get(i).capitalized()
                    && tokens.get(i + 1).is(".")
                    && tokens.get(i + 2).capitalized();
        }

        private boolean joined(int i) {
            return tokens.get(i).is("-")
                    && !tokens.get(i).spaced()
                    && i + 1 < tokens.size()
                    && !tokens.get(i + 1).spaced()
                    && tokens.get(i + 1).wordLike()
                    && (tokens.get(i + 1).capitalized()
                            || lexicon.firstName(tokens.get(i - 1).norm()));
        }

        private String norm(int from, int to) {
            StringBuilder norm = new StringBuilder(tokens.get(from).norm());
            for (int i = from + 1; i < to; i++) {
                norm.append(tokens.get(i).spaced() ? " " : "")
                        .append(tokens.get(i).norm());
            }
            return norm.toString();
        }
    }

    /** The second pass: which names are people, across the whole document. */
    private final class People {
        private final List<Sentence> sentences;
        private final List<List<Unit>> drafts;
        private final Map<String, Set<String>> bySurname = new HashMap<>();
        private final Map<String, Set<String>> byFirstName = new HashMap<>();
        private final Set<String> fullNames = new HashSet<>();

        People(List<Sentence> sentences, List<List<Unit>> drafts) {
            this.sentences = sentences;
            this.drafts = drafts;
            for (int i = 0; i < drafts.size(); i++) {
                if (sentences.get(i).zone() != Zone.BOILERPLATE) {
                    drafts.get(i).forEach(this::collect);
                }
            }
        }

        private void collect(Unit unit) {
            if (unit.is(Type.PERSON)
                    || unit.is(Type.NAME) && Names.personLike(unit) && lexicon.firstName(firstWord(unit))) {
                String name = unit.valueAs(String.class);
                fullNames.add(name);
                bySurname
                        .computeIfAbsent(surname(name), key -> new HashSet<>(2))
                        .add(name);
                byFirstName
                        .computeIfAbsent(name.substring(0, Math.max(name.indexOf(' '), 1)), key -> new HashSet<>(2))
                        .add(name);
            }
        }

        List<Unit> resolve(int sentence) {
            List<Unit> resolved = new ArrayList<>();
            for (Unit unit : drafts.get(sentence)) {
                resolved.add(
                        unit.is(Type.NAME)
                                ? asPerson(unit, sentences.get(sentence)).orElse(unit)
                                : unit);
            }
            return resolved;
        }

        private Optional<Unit> asPerson(Unit unit, Sentence sentence) {
            String name = unit.valueAs(String.class);
            if (fullNames.contains(name)) {
                return Optional.of(person(unit, name));
            }
            if (name.indexOf(' ') < 0) {
                return alone(name).map(full -> person(unit, full));
            }
            return Optional.empty();
        }

        /** A surname (or, failing that, a given name) that one person of the document has. */
        private Optional<String> alone(String name) {
            Set<String> bearers = bySurname.getOrDefault(name, Set.of());
            if (bearers.isEmpty()) {
                bearers = byFirstName.getOrDefault(name, Set.of());
            }
            if (bearers.isEmpty() && !lexicon.firstName(name.toLowerCase(java.util.Locale.ROOT)) && name.length() > 3) {
                bearers = lexicon.knownBySurname(name);
            }
            return bearers.size() == 1 ? Optional.of(bearers.iterator().next()) : Optional.empty();
        }

        private Unit person(Unit unit, String name) {
            return new Unit(Type.PERSON, unit.from(), unit.to(), unit.norm(), Set.of(), name);
        }

        private String firstWord(Unit unit) {
            String norm = unit.norm();
            String first = norm.contains(" ") ? norm.substring(0, norm.indexOf(' ')) : norm;
            return first.contains("-") ? first.substring(0, first.indexOf('-')) : first;
        }

        private String surname(String name) {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }
}
