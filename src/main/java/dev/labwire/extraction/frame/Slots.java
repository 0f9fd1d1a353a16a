package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import java.util.Set;
import java.util.function.Predicate;

/** Which units a slot takes, by its name. Trailing digits do not count: {@code person2} takes what {@code person} does. */
final class Slots {

    private static final int LONGEST_PRONOUN = 4;
    private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "they", "i", "my", "who");
    private static final Set<String> ORGANIZATION_PRONOUNS = Set.of("we", "us", "it");

    private Slots() {}

    private static boolean pronoun(Unit unit) {
        return unit.is(Type.WORD) && unit.norm().length() <= LONGEST_PRONOUN && PERSON_PRONOUNS.contains(unit.norm());
    }

    static Predicate<Unit> accepts(String name) {
        return switch (name.replaceAll("\\d+$", "")) {
            case "person" ->
                unit -> unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit) || pronoun(unit);
            case "we" -> unit -> unit.is(Type.WORD) && ORGANIZATION_PRONOUNS.contains(unit.norm());
            case "to", "from", "org" ->
                unit -> unit.is(Type.ORGANIZATION) || unit.is(Type.NAME) && Names.organizationLike(unit);
            case "known" -> unit -> unit.is(Type.ORGANIZATION);
            case "role" -> unit -> unit.is(Type.ROLE);
            case "model" -> unit -> unit.is(Type.MODEL);
            case "name" -> unit -> unit.is(Type.NAME);
            case "money" -> unit -> unit.is(Type.MONEY) || unit.is(Type.OTHER_CURRENCY);
            case "date" -> unit -> unit.is(Type.DATE);
            default -> throw new IllegalArgumentException("no slot is named <" + name + ">");
        };
    }
}
