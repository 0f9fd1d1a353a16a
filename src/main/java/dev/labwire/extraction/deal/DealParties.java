package dev.labwire.extraction.deal;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who deals with whom, as a frame and its sentence say. */
final class DealParties {

    private static final Pattern QUANTITY = Pattern.compile("[\\d.,]+");
    /** "C.E.O": short for something that is no company */
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.)+\\p{Lu}?");

    private static final int REACH_OF_A_ROW = 6;

    private final Lexicon lexicon;
    private final Words words;

    DealParties(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = lexicon.words();
    }

    /** The organisation in a slot; empty where what stands there can be none, or is the outlet that reports. */
    Optional<Reference> in(FrameMatch match, String slot) {
        return match.unit(slot).flatMap(unit -> {
            if (unit.is(Type.ORGANIZATION)) {
                Organization organization = unit.valueAs(Organization.class);
                return organization.publisher() ? Optional.<Reference>empty() : Optional.of(organization.reference());
            }
            String name = unit.valueAs(String.class);
            int at = match.position(slot);
            boolean quantity = at > 0
                    && QUANTITY.matcher(match.sentence().unit(at - 1).norm()).matches();
            return !quantity && organization(unit, name)
                    ? Optional.of(new Reference(Slug.of(name), name))
                    : Optional.<Reference>empty();
        });
    }

    /** Whether an unknown name can be a company: no place, no people, no person, no ordinary word that opens a sentence. */
    private boolean organization(Unit unit, String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split(" ");
        boolean place = words.in("places", parts[0]) || words.in("places", parts[parts.length - 1]);
        boolean other = parts.length == 1
                && (words.in("no-organizations", name.toLowerCase(Locale.ROOT))
                        || lexicon.commonWord(parts[0])
                        || name.endsWith("ing"));
        boolean initials = INITIALS.matcher(name).matches();
        boolean person = Names.personLike(unit) && lexicon.firstName(parts[0]);
        return !place && !other && !initials && !person;
    }

    /** Further parties of the sentence: those that lead or join the round, or stand in a row with a party. */
    List<Reference> others(FrameMatch match) {
        List<Reference> others = new ArrayList<>();
        AnnotatedSentence sentence = match.sentence();
        boolean funding = match.frame().kind().equals("funding");
        boolean giving = false;
        for (int i = match.from(); i < sentence.size(); i++) {
            Unit unit = sentence.unit(i);
            giving = funding && i >= match.to() && words.in("givers", unit.norm())
                    || giving && !words.in("behind-givers", unit.norm());
            boolean row = i > 0
                    && i < match.to() + REACH_OF_A_ROW
                    && (sentence.unit(i - 1).word(",") || sentence.unit(i - 1).word("and"))
                    && match.frame().kind().equals("compute");
            boolean former = i > 0
                    && (sentence.unit(i - 1).word("former")
                            || sentence.unit(i - 1).word("ex"));
            if (unit.is(Type.ORGANIZATION)
                    && (giving || row)
                    && !former
                    && !unit.valueAs(Organization.class).publisher()) {
                others.add(unit.valueAs(Organization.class).reference());
            }
        }
        return others;
    }
}
