package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.ModelNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Versions of a model named without it: "the version Medium" behind "Magistral", "[flex]" behind "FLUX.2 [pro]". They are
 * made whole with the last model named before.
 */
final class VersionNames {

    private final ModelNames models;

    VersionNames(ModelNames models) {
        this.models = models;
    }

    /** The sentences of a document with the elided names made whole. */
    List<List<Unit>> whole(List<List<Unit>> sentences) {
        List<List<Unit>> whole = new ArrayList<>();
        String base = "";
        for (List<Unit> units : sentences) {
            List<Unit> resolved = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                if (unit.is(Type.MODEL)) {
                    base = base(unit, base);
                }
                Optional<Unit> bracket = bracket(units, i);
                if (bracket.isPresent()) {
                    resolved.add(bracket.get());
                    i += 3;
                    continue;
                }
                Optional<Unit> version = base.isEmpty() ? Optional.empty() : version(units, i, base);
                version.ifPresent(resolved::add);
                if (version.isEmpty()) {
                    resolved.add(unit);
                } else {
                    i += version.get().to() - unit.from() - 1 > 0 ? width(units, i, version.get()) - 1 : 0;
                }
            }
            whole.add(resolved);
        }
        return whole;
    }

    private static int width(List<Unit> units, int from, Unit made) {
        int width = 1;
        while (from + width < units.size() && units.get(from + width).to() <= made.to()) {
            width++;
        }
        return width;
    }

    /** What later versions are named without: the shortest name of the model spoken of. */
    private static String base(Unit model, String before) {
        String name = model.valueAs(ModelName.class).reference().name();
        return before.isEmpty() || !name.startsWith(before + " ") ? name : before;
    }

    /** "FLUX.2 [dev]". */
    private Optional<Unit> bracket(List<Unit> units, int at) {
        boolean bracketed = at + 3 < units.size()
                && units.get(at).is(Type.MODEL)
                && units.get(at + 1).word("[")
                && units.get(at + 3).word("]");
        return bracketed
                ? made(
                        units.get(at).valueAs(ModelName.class).reference().name() + " "
                                + capital(units.get(at + 2).norm()),
                        units.get(at).from(),
                        units.get(at + 3).to())
                : Optional.empty();
    }

    private Optional<Unit> version(List<Unit> units, int at, String base) {
        Unit unit = units.get(at);
        boolean bracketed =
                unit.word("[") && at + 2 < units.size() && units.get(at + 2).word("]");
        if (bracketed) {
            return made(
                    base.replaceAll(" \\[.*", "") + " [" + units.get(at + 1).norm() + "]",
                    unit.from(),
                    units.get(at + 2).to());
        }
        boolean called = at > 0 && units.get(at - 1).word("version")
                || at > 1
                        && units.get(at - 2).word("version")
                        && units.get(at - 1).word("\"");
        boolean name = unit.is(Type.NAME) || unit.is(Type.WORD) || unit.is(Type.ORGANIZATION);
        return called
                        && name
                        && unit.to() == unit.from() + 1
                        && unit.norm().chars().allMatch(Character::isLetter)
                ? made(base + " " + capital(unit.norm()), unit.from(), unit.to())
                : Optional.empty();
    }

    private Optional<Unit> made(String name, int from, int to) {
        return models.named(name)
                .filter(model -> !model.bare())
                .map(model -> new Unit(Type.MODEL, from, to, name, Set.of(), model));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
