package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Organisations that other words stand for: "the company", "the startup", and "us" in a source of one's own. */
final class StandIns {

    private static final int LONGEST_DESCRIPTION = 5;
    private static final int LONGEST_OTHERNESS = 3;
    private static final int MOST_ADJECTIVES = 2;

    private final Words words;
    private final @Nullable Organization firstParty;

    StandIns(Words words, @Nullable Organization firstParty) {
        this.words = words;
        this.firstParty = firstParty;
    }

    /** The units of a sentence, stand-ins turned into the organisations they mean. */
    List<Unit> resolve(List<List<Unit>> sentences, int index) {
        List<Unit> resolved = new ArrayList<>();
        List<Unit> units = sentences.get(index);
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (oldEmployer(units, i)) {
                resolved.add(first(sentences, index)
                        .map(organization -> new Unit(
                                Type.ORGANIZATION, unit.from(), unit.to(), unit.norm(), Set.of(), organization))
                        .orElse(unit));
                continue;
            }
            boolean standIn = unit.is(Type.WORD) && (company(units, i) || own(unit) || speaker(units, i));
            Optional<Organization> meant = standIn
                    ? own(unit) ? Optional.ofNullable(firstParty) : antecedent(sentences, index, resolved)
                    : Optional.empty();
            resolved.add(meant.map(organization ->
                            new Unit(Type.ORGANIZATION, unit.from(), unit.to(), unit.norm(), Set.of(), organization))
                    .orElse(unit));
        }
        return resolved;
    }

    /** "their old employer": the first organisation of the sentence, else of the one before. */
    private static boolean oldEmployer(List<Unit> units, int i) {
        return units.get(i).word("employer")
                && i > 0
                && Set.of("old", "former", "previous").contains(units.get(i - 1).norm());
    }

    private static Optional<Organization> first(List<List<Unit>> sentences, int index) {
        for (int at = index; at >= Math.max(0, index - 1); at--) {
            Optional<Organization> first = sentences.get(at).stream()
                    .filter(StandIns::candidate)
                    .map(unit -> unit.valueAs(Organization.class))
                    .findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** "Acme said that it has…". */
    private static boolean speaker(List<Unit> units, int i) {
        int verb = i > 0 && units.get(i - 1).word("that") ? i - 2 : i - 1;
        while (verb > 0 && (units.get(verb).is(Type.DATE) || units.get(verb).word("on"))) {
            verb--;
        }
        boolean said =
                verb > 0 && (units.get(verb).lemma("say") || units.get(verb).lemma("announce"));
        return units.get(i).word("it")
                && said
                && units.subList(0, verb).stream().anyMatch(StandIns::candidate);
    }

    private boolean own(Unit unit) {
        return firstParty != null && (unit.word("us") || unit.word("our"));
    }

    /** "the company", "the AI search startup", not "the rival company", "the company behind X" and "the company car". */
    private boolean company(List<Unit> units, int i) {
        if (units.get(i).word("the-company")) {
            boolean named = i + 1 < units.size()
                    && (units.get(i + 1).is(Type.ORGANIZATION)
                            || units.get(i + 1).is(Type.NAME));
            return !named && !another(units, i);
        }
        if (!words.in("company-nouns", units.get(i).norm()) || !described(units, i)) {
            return false;
        }
        return i + 1 >= units.size()
                || !words.in("no-stand-in-before", units.get(i + 1).norm())
                        && !units.get(i + 1).entity()
                        && !namedBehind(units, i);
    }

    /** "la start-up parisienne Acme": where adjectives follow their noun, the name stands behind them. */
    private boolean namedBehind(List<Unit> units, int noun) {
        if (words.english()) {
            return false;
        }
        int at = noun + 1;
        while (at < units.size() && at - noun <= MOST_ADJECTIVES && adjective(units.get(at))) {
            at++;
        }
        return at > noun + 1
                && at < units.size()
                && (units.get(at).is(Type.ORGANIZATION)
                        || units.get(at).is(Type.NAME) && Names.organizationLike(units.get(at)));
    }

    private static boolean adjective(Unit unit) {
        return unit.is(Type.WORD)
                && unit.lemmas().isEmpty()
                && unit.may(Unit.Duty.LOOSE)
                && !unit.may(Unit.Duty.PREPOSITION);
    }

    /** "their new AI company". */
    private static boolean another(List<Unit> units, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - LONGEST_OTHERNESS); i--) {
            Unit unit = units.get(i);
            if (unit.word("new") || unit.word("its")) {
                return true;
            }
            if (!unit.is(Type.WORD) || !unit.lemmas().isEmpty() || unit.may(Unit.Duty.PREPOSITION)) {
                return false;
            }
        }
        return false;
    }

    /** Whether "the" stands before a noun; words that describe it between only where it opens the sentence. */
    private boolean described(List<Unit> units, int noun) {
        for (int i = noun - 1; i >= 0 && i >= noun - LONGEST_DESCRIPTION; i--) {
            Unit unit = units.get(i);
            if (unit.word("the") || unit.may(Unit.Duty.DEFINITE)) {
                return i == noun - 1 || i == 0;
            }
            boolean describes = unit.is(Type.WORD)
                            && unit.lemmas().isEmpty()
                            && !unit.may(Unit.Duty.PREPOSITION)
                            && !unit.may(Unit.Duty.AUXILIARY)
                            && !words.in("no-description", unit.norm())
                    || unit.is(Type.NAME)
                    || unit.is(Type.MODEL)
                    || unit.word("-");
            if (!describes) {
                return false;
            }
        }
        return false;
    }

    /** The last organisation before in this sentence, else the subject of a sentence before, else the title's first. */
    private static Optional<Organization> antecedent(List<List<Unit>> sentences, int index, List<Unit> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (candidate(before.get(i))) {
                return Optional.of(before.get(i).valueAs(Organization.class));
            }
        }
        for (int back = index - 1; back > 0 && back >= index - 4; back--) {
            Optional<Organization> subject = subject(sentences.get(back));
            if (subject.isPresent()) {
                return subject;
            }
        }
        return sentences.get(0).stream()
                .filter(StandIns::candidate)
                .map(unit -> unit.valueAs(Organization.class))
                .findFirst();
    }

    /** An organisation that a sentence begins with, whatever stands before its name but a preposition. */
    private static Optional<Organization> subject(List<Unit> units) {
        for (int i = 0; i < Math.min(8, units.size()); i++) {
            boolean hung = i > 0 && units.get(i - 1).may(Unit.Duty.PREPOSITION);
            if (units.get(i).is(Type.ORGANIZATION) && !hung) {
                return candidate(units.get(i))
                        ? Optional.of(units.get(i).valueAs(Organization.class))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean candidate(Unit unit) {
        return unit.is(Type.ORGANIZATION)
                && !unit.valueAs(Organization.class).publisher()
                && !unit.valueAs(Organization.class).investor();
    }
}
