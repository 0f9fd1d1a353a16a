package dev.labwire.extraction.release;

import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelName;
import dev.labwire.extraction.lexicon.Organization;
import java.util.Optional;

/** Whose model an announcement is about, and whether somebody else merely hosts or adds it. */
final class Makers {

    private final Lexicon lexicon;
    private final Optional<Organization> firstParty;

    Makers(Lexicon lexicon, Optional<Organization> firstParty) {
        this.lexicon = lexicon;
        this.firstParty = firstParty;
    }

    /** The owner of the model's family, else whoever the frame names. */
    Optional<Organization> of(ModelName model, FrameMatch match) {
        return model.owner() == null ? of(match) : lexicon.organization(model.owner());
    }

    /** The organisation that does it, else the nearest before, else the source's own. */
    Optional<Organization> of(FrameMatch match) {
        return match.unit("org")
                .filter(unit -> unit.is(Type.ORGANIZATION))
                .map(unit -> unit.valueAs(Organization.class))
                .or(() -> nearestBefore(match))
                .or(() -> firstParty);
    }

    private Optional<Organization> nearestBefore(FrameMatch match) {
        for (int i = match.from(); i >= 0; i--) {
            Unit unit = match.sentence().unit(i);
            if (unit.is(Type.ORGANIZATION) && builds(unit.valueAs(Organization.class))) {
                return Optional.of(unit.valueAs(Organization.class));
            }
        }
        return Optional.empty();
    }

    /** Whether the source is the maker's own. */
    boolean own(Organization maker) {
        return firstParty.filter(first -> kin(first, maker)).isPresent();
    }

    /** Whether the source is another organisation's than the maker's. */
    private boolean foreign(Organization maker) {
        return firstParty.isPresent() && !own(maker);
    }

    private boolean kin(Organization one, Organization other) {
        return lexicon.kin(one.id(), other.id());
    }

    /** Whether somebody else than the maker does it: a cloud that hosts, a tool that adds the model. */
    boolean elsewhere(FrameMatch match, Organization maker) {
        int verb = match.from();
        boolean active = match.position("model") > verb || match.position("name") > verb;
        return active
                ? doneByAnother(match.sentence(), verb, maker)
                : foreign(maker) || availableElsewhere(match.sentence(), match.to(), maker);
    }

    private boolean doneByAnother(AnnotatedSentence sentence, int verb, Organization maker) {
        Optional<Organization> doer = subject(sentence, verb);
        if (doer.isEmpty()) {
            return foreign(maker);
        }
        return builds(doer.get())
                && !kin(doer.get(), maker)
                && !(named(sentence, maker) && coordinated(sentence, verb));
    }

    private boolean named(AnnotatedSentence sentence, Organization maker) {
        return sentence.units().stream()
                .anyMatch(unit -> unit.is(Type.ORGANIZATION) && kin(unit.valueAs(Organization.class), maker));
    }

    private static boolean coordinated(AnnotatedSentence sentence, int verb) {
        return sentence.units().subList(0, verb).stream().anyMatch(unit -> unit.word("and"));
    }

    /** "is now available in Windsurf": news of Windsurf, not of the model's maker. */
    private boolean availableElsewhere(AnnotatedSentence sentence, int behind, Organization maker) {
        for (int i = behind; i < Math.min(sentence.size(), behind + 4); i++) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.SIGN)) {
                return false;
            }
            if (unit.is(Type.ORGANIZATION)) {
                return !kin(unit.valueAs(Organization.class), maker);
            }
        }
        return false;
    }

    /** The organisation nearest before a verb, unless it is a possessor of something else. */
    private static Optional<Organization> subject(AnnotatedSentence sentence, int verb) {
        for (int i = verb - 1; i >= 0 && i >= verb - 12; i--) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.ORGANIZATION)) {
                return Optional.of(unit.valueAs(Organization.class));
            }
            if (unit.word("we") || unit.word("i")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean builds(Organization organization) {
        return !organization.publisher()
                && !organization.investor()
                && !organization.kind().equals("government");
    }
}
