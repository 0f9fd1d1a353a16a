package dev.labwire.extraction.frame;

import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** "DeepSeek released its V3.2 model": a version alone, in the sentence of the company whose family of models bears its name. */
final class LoneVersions {

    private static final Pattern VERSION = Pattern.compile("[VR]\\d+(?:\\.\\d+)*");

    private final ModelNames models;

    /** The companies whose families bear their names. */
    private final Set<String> namesakes = new HashSet<>();

    LoneVersions(Lexicon lexicon, ModelNames models) {
        this.models = models;
        lexicon.families().forEach(family -> namesakes.add(family.family()));
    }

    /** The units of a sentence, such versions made whole. */
    List<Unit> whole(List<Unit> units) {
        Optional<String> company = units.stream()
                .filter(unit -> unit.is(Type.ORGANIZATION))
                .map(unit -> unit.valueAs(Organization.class).name())
                .filter(namesakes::contains)
                .findFirst();
        return company.map(name -> units.stream().map(unit -> whole(unit, name)).toList())
                .orElse(units);
    }

    private Unit whole(Unit unit, String company) {
        String version = unit.norm().toUpperCase(Locale.ROOT);
        boolean alone = (unit.is(Type.WORD) || unit.is(Type.NAME))
                && VERSION.matcher(version).matches();
        return !alone
                ? unit
                : models.named(company + "-" + version)
                        .filter(model -> !model.bare())
                        .map(model -> new Unit(Type.MODEL, unit.from(), unit.to(), unit.norm(), Set.of(), model))
                        .orElse(unit);
    }
}
