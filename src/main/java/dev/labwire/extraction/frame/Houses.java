package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.text.Latin;
import dev.labwire.text.Slug;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The companies of a document that no file knows, in other languages than English: a noun such as "start-up" in front of a
 * name, or in a script without capitals an ending such as 科技 or विश्वविद्यालय, says what it is. What is found anywhere in a
 * document counts everywhere in it.
 */
final class Houses {

    /** units of a name, which are characters or words */
    private static final int MOST_HAN = 6;

    private static final int MOST_HANGUL = 8;
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_ENDING = 8;

    /** units of a name before its ending */
    private static final int MOST_HAN_BEFORE_ENDING = 4;

    private static final int MOST_HANGUL_BEFORE_ENDING = 6;
    private static final int LEAST_CHARACTERS = 2;

    private static final String FIELD = "AI";
    /** what companies do, and people as a rule do not */
    private static final Set<String> ACTS =
            Set.of("hire", "poach", "name", "dismiss", "acquire", "raise", "release", "open-source", "introduce");

    private static final Set<String> NOUNS = Set.of("company", "startup", "lab", "the-company");

    private final List<CaselessSentence> sentences;
    private final Lexicon lexicon;
    private final Map<List<String>, Organization> houses = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> fullNames = new HashSet<>();
    private final Set<String> nouns;
    private final Set<String> endings;
    private final Set<Character> lastLetters = new HashSet<>();

    /** whether any noun has a capital, as in German */
    private final boolean anyNoun;

    /** The companies of a document. */
    Houses(List<CaselessSentence> sentences, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.sentences = sentences;
        this.nouns = new HashSet<>(lexicon.words().setIfAny("company-nouns"));
        this.nouns.addAll(NOUNS);
        this.endings = lexicon.words().setIfAny("company-endings");
        endings.forEach(ending -> lastLetters.add(ending.charAt(ending.length() - 1)));
        this.anyNoun = lexicon.words().in("traits", "noun-capitals");
        sentences.stream()
                .flatMap(sentence -> sentence.units().stream())
                .filter(unit -> unit.is(Type.PERSON) || unit.is(Type.NAME))
                .forEach(unit -> fullNames.add(unit.valueAs(String.class)));
        sentences.forEach(this::find);
    }

    private void find(CaselessSentence here) {
        List<Unit> units = here.units();
        for (int i = 0; i < units.size(); i++) {
            int behind = behindNoun(here, i);
            if (behind > i) {
                called(here, i, behind);
            }
            if (here.plain(i) && (i == 0 || !continues(here, i))) {
                ended(here, i);
                ofTheField(here, i);
            } else if (units.get(i).is(Type.NAME)) {
                acting(here, i);
            }
        }
    }

    /** Index behind a noun for companies that starts at a unit, and behind what links it to a name; the unit where there is none. */
    private int behindNoun(CaselessSentence here, int at) {
        List<Unit> units = here.units();
        String norm = units.get(at).norm();
        if (!nouns.contains(norm)) {
            return at;
        }
        int end = at + 1;
        boolean linked = end < units.size()
                && (units.get(end).word("\"")
                        || here.words("company-links").contains(units.get(end).norm()));
        return linked ? end + 1 : end;
    }

    /** A name behind such a noun: one that nothing marks only where "AI" or "chip" stands before the noun and it comes back. */
    private void called(CaselessSentence here, int noun, int from) {
        List<Unit> units = here.units();
        if (from >= units.size()) {
            return;
        }
        Unit name = units.get(from);
        if (name.is(Type.NAME)) {
            boolean person = Names.personLike(name)
                            && lexicon.firstName(
                                    name.norm().substring(0, name.norm().indexOf(' ')))
                    || surname(name);
            if (!person) {
                learn(List.of(name.norm()), name.valueAs(String.class));
            }
            return;
        }
        int end = here.plain(from) ? stretchEnd(here, from) : from;
        boolean brief = end > from && end - from <= most(here, from);
        boolean foreign = end > from && here.script(from) == UnicodeScript.KATAKANA;
        boolean described =
                noun > 0 && (here.plain(noun - 1) || units.get(noun - 1).word("ai"));
        boolean quoted = end > from
                && end < units.size()
                && units.get(from - 1).word("\"")
                && units.get(end).word("\"");
        if (brief && !here.common(from, end) && (foreign || quoted || described && recurs(here.text(from, end)))) {
            learn(here, from, end);
        }
    }

    /** How many units a name may have. */
    private static int most(CaselessSentence here, int from) {
        return han(here, from) ? MOST_HAN : hangul(here, from) ? MOST_HANGUL : MOST_WORDS;
    }

    /** "페블AI": a Korean word that is no ordinary one and has "AI" for an ending, where the document says it twice. */
    private void ofTheField(CaselessSentence here, int from) {
        if (!hangul(here, from) || from > 0 && !here.spaced(from) && here.syllable(from - 1)) {
            return;
        }
        int end = here.wordEnd(from);
        boolean field = end < here.units().size()
                && !here.spaced(end)
                && here.text(end, end + 1).equals(FIELD)
                && end - from <= MOST_HANGUL_BEFORE_ENDING;
        if (field && end - from >= LEAST_CHARACTERS && !here.common(from, end) && recurs(here.text(from, end + 1))) {
            learn(here, from, end + 1);
        }
    }

    /** A name of one word that comes back and hires, buys or releases, or is where people are, come from and go to. */
    private void acting(CaselessSentence here, int at) {
        List<Unit> units = here.units();
        Unit name = units.get(at);
        boolean subject = at + 1 < units.size()
                && (acts(units.get(at + 1))
                        || at + 2 < units.size()
                                && units.get(at + 1).may(Unit.Duty.AUXILIARY)
                                && acts(units.get(at + 2)));
        boolean place =
                at > 0 && (units.get(at - 1).word("at") || units.get(at - 1).lemma("join"));
        if ((subject || place) && name.norm().indexOf(' ') < 0 && ofACompany(name)) {
            learn(List.of(name.norm()), name.valueAs(String.class));
        }
    }

    private static boolean acts(Unit unit) {
        return ACTS.stream().anyMatch(unit.lemmas()::contains);
    }

    /** Whether a word with a capital comes back, always as names do: no place, nobody's surname, nowhere with an article. */
    private boolean ofACompany(Unit name) {
        int times = 0;
        for (CaselessSentence sentence : sentences) {
            List<Unit> units = sentence.units();
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).is(Type.NAME) && units.get(i).norm().equals(name.norm())) {
                    times++;
                    if (anyNoun
                            && i > 0
                            && (units.get(i - 1).word("the") || units.get(i - 1).word("a"))) {
                        return false;
                    }
                }
            }
        }
        return times > 1 && !lexicon.place(name.norm()) && !lexicon.firstName(name.norm()) && !surname(name);
    }

    /** Whether a word is the last of somebody's name here or in the lexicon: "Murati lance sa start-up". */
    private boolean surname(Unit name) {
        String word = name.valueAs(String.class);
        return !lexicon.knownBySurname(word).isEmpty()
                || fullNames.stream().anyMatch(full -> full.endsWith(" " + word));
    }

    /** Whether the document says it twice: what the nouns behind "the company" say of it seldom comes back as it is. */
    private boolean recurs(String name) {
        int times = 0;
        for (CaselessSentence sentence : sentences) {
            String text = sentence.text();
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                times++;
            }
        }
        return times > 1 && name.length() > 1;
    }

    /** A stretch of unexplained words that begins at a unit and ends as companies do, behind what stands before names. */
    private void ended(CaselessSentence here, int from) {
        int end = stretchEnd(here, from);
        int start = from;
        for (int to = hangul(here, from) ? end : from + 1; to <= end; to++) {
            int ending = endingBefore(here, start, to);
            if (ending > start) {
                if (proper(here, start, ending, to)) {
                    learn(here, start, to);
                }
                start = to;
            } else if (here.words("before-name")
                    .contains(here.units().get(to - 1).norm())) {
                start = to;
            }
        }
    }

    /** Whether what stands before an ending makes it the name of one, unlike "artificial" in "artificial intelligence". */
    private static boolean proper(CaselessSentence here, int from, int ending, int to) {
        boolean characters = han(here, from) || hangul(here, from);
        int most = han(here, from)
                ? MOST_HAN_BEFORE_ENDING
                : hangul(here, from) ? MOST_HANGUL_BEFORE_ENDING : MOST_WORDS - 1;
        int least = characters ? LEAST_CHARACTERS : 1;
        boolean ordinary = here.common(from, ending) || here.surname(here.tokens(from, to)) > 0 && to - from < 4;
        for (int i = from; i < ending; i++) {
            ordinary |= here.common(i, to) || here.common(i, ending);
        }
        return !ordinary && ending - from >= least && ending - from <= most;
    }

    /** Where an ending of companies begins that ends before a unit; the start where there is none. */
    private int endingBefore(CaselessSentence here, int from, int to) {
        String last = here.units().get(to - 1).norm();
        if (!lastLetters.contains(last.charAt(last.length() - 1))) {
            return from;
        }
        for (int start = Math.max(from + 1, to - LONGEST_ENDING); start < to; start++) {
            if (endings.contains(here.text(start, to))) {
                return start;
            }
        }
        return from;
    }

    private static boolean han(CaselessSentence here, int unit) {
        return here.script(unit) == UnicodeScript.HAN;
    }

    private static boolean hangul(CaselessSentence here, int unit) {
        return here.script(unit) == UnicodeScript.HANGUL;
    }

    /** Whether the stretch of unexplained words goes on at a unit. */
    private static boolean continues(CaselessSentence here, int at) {
        return here.plain(at - 1)
                && (!here.spaced(at) || here.script(at) == UnicodeScript.DEVANAGARI)
                && (here.script(at) == here.script(at - 1) || eastAsian(here, at) && eastAsian(here, at - 1));
    }

    private static boolean eastAsian(CaselessSentence here, int at) {
        return han(here, at) || here.script(at) == UnicodeScript.KATAKANA;
    }

    private static int stretchEnd(CaselessSentence here, int from) {
        int end = from + 1;
        while (end < here.units().size() && here.plain(end) && continues(here, end)) {
            end++;
        }
        return hangul(here, from) ? here.stem(from, end) : end;
    }

    private void learn(CaselessSentence here, int from, int to) {
        List<String> norms =
                here.units().subList(from, to).stream().map(Unit::norm).toList();
        learn(norms, here.text(from, to));
    }

    private void learn(List<String> norms, String name) {
        if (houses.containsKey(norms)) {
            return;
        }
        String id = Slug.of(Latin.of(name));
        if (!id.isEmpty()) {
            houses.putIfAbsent(norms, new Organization(id, name, "company", null, null, null, false));
            beginnings.add(norms.get(0));
        }
    }

    /** The sentences with the companies they name. */
    List<CaselessSentence> resolved() {
        return sentences.stream().map(this::resolved).toList();
    }

    private CaselessSentence resolved(CaselessSentence here) {
        boolean named = here.units().stream().map(Unit::norm).anyMatch(beginnings::contains);
        return named ? here.with(withHouses(here)) : here;
    }

    private List<Unit> withHouses(CaselessSentence here) {
        List<Unit> units = here.units();
        List<Unit> resolved = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); ) {
            int from = i;
            Optional<Unit> house = beginnings.contains(units.get(i).norm()) ? house(here, i) : Optional.empty();
            resolved.add(house.orElseGet(() -> units.get(from)));
            i++;
            while (house.isPresent()
                    && i < units.size()
                    && units.get(i).from() < house.get().to()) {
                i++;
            }
        }
        return resolved;
    }

    private Optional<Unit> house(CaselessSentence here, int from) {
        List<Unit> units = here.units();
        List<String> norms = new ArrayList<>();
        Unit best = null;
        for (int i = from; i < units.size() && i - from < MOST_HANGUL + 2; i++) {
            if (!here.plain(i) && !units.get(i).is(Type.NAME) && !units.get(i).word("ai")) {
                break;
            }
            norms.add(units.get(i).norm());
            Organization house = houses.get(norms);
            if (house != null) {
                best = new Unit(
                        Type.ORGANIZATION,
                        units.get(from).from(),
                        units.get(i).to(),
                        String.join("", norms),
                        Set.of(),
                        house);
            }
        }
        return Optional.ofNullable(best);
    }
}
