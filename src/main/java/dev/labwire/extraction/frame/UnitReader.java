package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Duty;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.language.DateFinder.Found;
import dev.labwire.extraction.language.Sentence;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Gazetteer.Hit;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first pass over one sentence: which tokens make which unit; the longest reading wins. */
final class UnitReader {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<Duty> LOOSE = Set.of(Duty.LOOSE);
    private static final Set<Duty> PREPOSITION = Set.of(Duty.PREPOSITION);

    private final boolean english;
    private final String text;
    private final List<Token> tokens;
    private final boolean titleCase;
    private final EvidentOrganizations evident;
    private final Lexicon lexicon;
    private final ModelNames models;
    private final Beginnings beginnings;
    private final Duties duties;
    private final Words words;
    private final NameShapes names;
    private final @Nullable Found[] dates;

    /** A reading; {@code evident} are the organisations that the document names beyond doubt. */
    UnitReader(
            Sentence sentence,
            boolean titleCase,
            EvidentOrganizations evident,
            @Nullable LocalDate anchor,
            Lexicon lexicon,
            ModelNames models,
            Beginnings beginnings,
            Duties duties) {
        this.beginnings = beginnings;
        this.duties = duties;
        this.text = sentence.text();
        this.tokens = sentence.tokens();
        this.titleCase = titleCase;
        this.evident = evident;
        this.lexicon = lexicon;
        this.models = models;
        this.words = lexicon.words();
        this.english = lexicon.idiom().english();
        this.names = new NameShapes(tokens, titleCase, lexicon, this::breaksName);
        this.dates = new Found[tokens.size()];
        DateFinder.find(tokens, anchor).forEach(found -> dates[found.from()] = found);
    }

    /** The units of the sentence, every token in one. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i = units.get(units.size() - 1).to()) {
            units.add(at(i, units.isEmpty() ? "" : units.get(units.size() - 1).norm()));
        }
        return units;
    }

    private Unit at(int i, String wordBefore) {
        Unit best = beginnings.may(tokens.get(i)) ? known(i, wordBefore) : date(i).orElse(null);
        return best != null ? best : name(i).orElseGet(() -> plain(i));
    }

    private @Nullable Unit known(int i, String wordBefore) {
        Unit best = longer(null, model(i));
        best = longer(best, organization(i));
        best = longer(best, person(i));
        best = longer(best, benchmark(i));
        best = longer(best, date(i));
        best = longer(best, money(i));
        return longer(best, role(i, wordBefore));
    }

    private static @Nullable Unit longer(@Nullable Unit best, Optional<Unit> candidate) {
        return candidate.isPresent() && (best == null || candidate.get().to() > best.to()) ? candidate.get() : best;
    }

    /** A run of capitalised words that nothing else explains. */
    private Optional<Unit> name(int i) {
        int end = names.end(i);
        if (end == i || !english && nounBeforeName(i, end)) {
            return Optional.empty();
        }
        Set<String> lemmas = end == i + 1 ? words.lemmas(tokens.get(i).norm()) : Set.of();
        return Optional.of(new Unit(Type.NAME, i, end, norm(i, end), lemmas, written(i, end)));
    }

    /** "Robotikexpertin Jane Doe": a noun with a capital is no part of the name behind it. */
    private boolean nounBeforeName(int from, int end) {
        if (lexicon.firstName(tokens.get(from).norm())) {
            return false;
        }
        if (words.setIfAny("model-nouns").contains(tokens.get(from).norm())) {
            return end - from > 1;
        }
        boolean compound = end - from > 3
                && tokens.get(from + 1).is("-")
                && !tokens.get(from + 1).spaced();
        return compound && tokens.get(from + 3).spaced()
                || end - from > 2 && lexicon.firstName(tokens.get(from + 1).norm());
    }

    /** Whether another entity starts at a token, so that a name cannot go on over it. */
    private boolean breaksName(int i) {
        boolean knownOrganization = organization(i)
                .filter(unit -> !unit.valueAs(Organization.class).ambiguous())
                .isPresent();
        return knownOrganization
                || dates[i] != null
                || person(i).isPresent()
                || role(i, "").isPresent()
                || model(i).isPresent();
    }

    private Unit plain(int i) {
        Token token = tokens.get(i);
        boolean word = token.wordLike()
                || token.numeric()
                || token.text().startsWith("'")
                || token.text().startsWith("’");
        Set<String> lemmas = word ? words.lemmas(token.norm()) : Set.of();
        return new Unit(
                word ? Type.WORD : Type.SIGN, i, i + 1, sign(token.norm()), lemmas, duties(token, word, lemmas), null);
    }

    private Set<Duty> duties(Token token, boolean word, Set<String> lemmas) {
        Set<Duty> known = duties.of(token.norm());
        if (!english
                && token.glossed()
                && words.setIfAny("article-contractions")
                        .contains(token.text().toLowerCase(Locale.ROOT).replace('’', '\''))) {
            Set<Duty> more = known.isEmpty() ? EnumSet.noneOf(Duty.class) : EnumSet.copyOf(known);
            more.add(Duty.DEFINITE);
            return more;
        }
        if (!english && known.contains(Duty.PREPOSITION) && !token.is("of")) {
            return PREPOSITION;
        }
        boolean loose = !english
                && word
                && lemmas.isEmpty()
                && !known.contains(Duty.PREPOSITION)
                && !words.in("clause-joints", token.norm());
        return !loose ? known : known.isEmpty() ? LOOSE : with(known);
    }

    private static Set<Duty> with(Set<Duty> known) {
        Set<Duty> more = EnumSet.copyOf(known);
        more.add(Duty.LOOSE);
        return more;
    }

    private static String sign(String norm) {
        return switch (norm) {
            case "→", "⟶", "➔", "=>", "»" -> "->";
            default -> norm;
        };
    }

    private Optional<Unit> model(int i) {
        return models.at(tokens, i)
                .filter(hit -> !hit.value().bare() || !ownersName(i, hit.length()))
                .map(hit -> entity(Type.MODEL, i, i + hit.length(), hit.value()));
    }

    /** Whether a family's name without a version is that of a company as well: "DeepSeek" alone is the company. */
    private boolean ownersName(int i, int length) {
        return organization(i).filter(unit -> unit.to() == i + length).isPresent();
    }

    private Optional<Unit> organization(int i) {
        Hit<Organization> hit = lexicon.organizationNames().at(tokens, i);
        if (hit != null && partOfWord(i, i + hit.length())) {
            return Optional.empty();
        }
        if (hit == null || hit.length() == 1 && hit.value().ambiguous() && !company(i, hit.value())) {
            return Optional.empty();
        }
        return Optional.of(entity(Type.ORGANIZATION, i, i + hit.length(), hit.value()));
    }

    /** Whether an ambiguous word is a company here and not the first of a longer name. */
    private boolean company(int i, Organization organization) {
        boolean longerName = i + 1 < tokens.size()
                && tokens.get(i + 1).capitalized()
                && tokens.get(i + 1).wordLike()
                && !titleCase;
        return !longerName && (evident.contain(organization) || trusted(i) || calledCompany(i));
    }

    /** "Start-up X", "X, the hardware start-up": a noun beside a name says that it is a company's. */
    private boolean calledCompany(int i) {
        if (i > 0 && words.in("company-nouns", tokens.get(i - 1).norm())) {
            return true;
        }
        boolean explained = i + 2 < tokens.size()
                && tokens.get(i + 1).is(",")
                && (tokens.get(i + 2).is("the")
                        || tokens.get(i + 2).is("a")
                        || tokens.get(i + 2).is("an"));
        return explained
                && tokens.subList(i + 3, Math.min(tokens.size(), i + 7)).stream()
                        .anyMatch(token -> words.in("company-nouns", token.norm()));
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

    /** Hangul goes by syllables: a name begins with its word, and what hangs on it is a particle. */
    private boolean partOfWord(int from, int to) {
        if (!hangul(tokens.get(from)) || tokens.get(from).text().codePointAt(0) < 0x1000) {
            return false;
        }
        boolean begun = from > 0 && !tokens.get(from).spaced() && hangul(tokens.get(from - 1));
        int end = to;
        StringBuilder tail = new StringBuilder();
        while (end < tokens.size() && !tokens.get(end).spaced() && hangul(tokens.get(end))) {
            tail.append(tokens.get(end).text());
            end++;
        }
        return begun
                || end > to && to - from < 3 && !words.setIfAny("particles").contains(tail.toString());
    }

    private static boolean hangul(Token token) {
        return token.script() == Character.UnicodeScript.HANGUL;
    }

    private Optional<Unit> person(int i) {
        return Optional.ofNullable(lexicon.people().at(tokens, i))
                .map(hit -> entity(Type.PERSON, i, i + hit.length(), hit.value()));
    }

    private Optional<Unit> benchmark(int i) {
        return Optional.ofNullable(lexicon.benchmarks().at(tokens, i))
                .map(hit -> entity(Type.BENCHMARK, i, i + hit.length(), hit.value()));
    }

    private Optional<Unit> date(int i) {
        return Optional.ofNullable(dates[i]).map(found -> entity(Type.DATE, i, found.to(), found));
    }

    private Optional<Unit> money(int i) {
        if (!Amounts.mayBegin(tokens.get(i).norm())
                && !words.in("currency-signs", tokens.get(i).norm())) {
            return Optional.empty();
        }
        return Amounts.dollars(tokens, i)
                .map(amount -> entity(Type.MONEY, i, amount.to(), amount.value()))
                .or(() -> otherCurrency(i));
    }

    /** "€1.7 billion", "600 million euros". */
    private Optional<Unit> otherCurrency(int i) {
        if (words.in("currency-signs", tokens.get(i).norm())) {
            return Amounts.number(tokens, i + 1).map(amount -> entity(Type.OTHER_CURRENCY, i, amount.to(), null));
        }
        return Amounts.number(tokens, i)
                .map(amount -> behindOf(amount.to()))
                .filter(at -> at < tokens.size()
                        && words.in("currencies", tokens.get(at).norm()))
                .map(at -> entity(Type.OTHER_CURRENCY, i, at + 1, null));
    }

    /** "3 millions d'euros". */
    private int behindOf(int at) {
        return !english && at < tokens.size() && tokens.get(at).is("of") ? at + 1 : at;
    }

    private Optional<Unit> role(int i, String wordBefore) {
        int end = Roles.end(tokens, i, words, wordBefore);
        Hit<String> title = english ? null : words.titles().at(tokens, i);
        if (title != null && i + title.length() > end) {
            end = i + title.length();
        }
        return end > i ? Optional.of(entity(Type.ROLE, i, end, null)) : Optional.empty();
    }

    private Unit entity(Type type, int from, int to, @Nullable Object value) {
        if (!english && type == Type.DATE) {
            return new Unit(type, from, to, norm(from, to), Set.of(), LOOSE, value);
        }
        return new Unit(type, from, to, norm(from, to), Set.of(), value);
    }

    private String written(int from, int to) {
        return BLANKS.matcher(text.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end()))
                .replaceAll(" ");
    }

    private String norm(int from, int to) {
        StringBuilder norm = new StringBuilder(tokens.get(from).norm());
        for (int i = from + 1; i < to; i++) {
            norm.append(tokens.get(i).spaced() ? " " : "").append(tokens.get(i).norm());
        }
        return norm.toString();
    }
}
