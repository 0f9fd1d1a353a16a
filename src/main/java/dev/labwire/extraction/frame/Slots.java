package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which units a slot takes, by its name. Trailing digits do not count: {@code person2} takes what {@code person} does. */
final class Slots {

    private static final int LONGEST_PRONOUN = 4;
    private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "they", "i", "my", "who");
    private static final Set<String> ORGANIZATION_PRONOUNS = Set.of("we", "us", "it");

    private static final Pattern TRAILING_DIGITS = Pattern.compile("\\d+$");

    private static final Map<String, Predicate<Unit>> KINDS = Map.ofEntries(
            Map.entry("person", Slots::person),
            Map.entry("we", Slots::ours),
            Map.entry("to", Slots::organization),
            Map.entry("from", Slots::organization),
            Map.entry("org", Slots::organization),
            Map.entry("known", unit -> unit.is(Type.ORGANIZATION)),
            Map.entry("role", unit -> unit.is(Type.ROLE)),
            Map.entry("model", unit -> unit.is(Type.MODEL)),
            Map.entry("name", unit -> unit.is(Type.NAME)),
            Map.entry("money", unit -> unit.is(Type.MONEY) || unit.is(Type.OTHER_CURRENCY)),
            Map.entry("date", unit -> unit.is(Type.DATE)));

    private Slots() {}

    private static boolean pronoun(Unit unit) {
        return unit.is(Type.WORD) && unit.norm().length() <= LONGEST_PRONOUN && PERSON_PRONOUNS.contains(unit.norm());
    }

    private static boolean ours(Unit unit) {
        return unit.is(Type.WORD)
                && unit.norm().length() <= LONGEST_PRONOUN
                && ORGANIZATION_PRONOUNS.contains(unit.norm());
    }

    /** The names of the slots that units of a sentence can be in. */
    static Set<String> taking(List<Unit> units) {
        Set<String> names = new HashSet<>();
        for (Unit unit : units) {
            if (unit.entity() || pronoun(unit) || ours(unit)) {
                KINDS.forEach((name, takes) -> {
                    if (takes.test(unit)) {
                        names.add(name);
                    }
                });
            }
        }
        return names;
    }

    /** The name of a slot without trailing digits. */
    static String kind(String name) {
        return TRAILING_DIGITS.matcher(name).replaceAll("");
    }

    /**
     * Which units fit.
     *
     * @throws IllegalArgumentException when no slot has that name
     */
    static Predicate<Unit> accepts(String name) {
        Predicate<Unit> takes = KINDS.get(kind(name));
        if (takes == null) {
            throw new IllegalArgumentException("no slot is named <" + name + ">");
        }
        return takes;
    }

    private static boolean organization(Unit unit) {
        return unit.is(Type.ORGANIZATION) || unit.is(Type.NAME) && Names.organizationLike(unit);
    }

    private static boolean person(Unit unit) {
        return unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit) || pronoun(unit);
    }
}
