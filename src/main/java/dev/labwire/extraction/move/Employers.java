package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.lexicon.Organization;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The organisation a move is at where its frame names none: the nearest that the document leaves to mean. */
final class Employers {

    /** units between a verb of going and where it leads */
    private static final int REACH_OF_VERB = 5;

    private static final int REACH_BEHIND = 3;

    private final List<AnnotatedSentence> sentences;
    private final Affiliations known;

    Employers(List<AnnotatedSentence> sentences, Affiliations known) {
        this.sentences = sentences;
        this.known = known;
    }

    /** The one organisation of a sentence that is no outlet and no former employer. */
    Optional<Reference> only(AnnotatedSentence sentence, String person) {
        return only(sentence, person, unit -> true);
    }

    /** The one organisation of a sentence that somebody may have left there: none that another one goes to. */
    Optional<Reference> onlyLeft(AnnotatedSentence sentence, String person) {
        return only(sentence, person, unit -> !goal(sentence, unit));
    }

    private Optional<Reference> only(AnnotatedSentence sentence, String person, IntPredicate fits) {
        Set<Organization> organizations = new LinkedHashSet<>();
        for (int i = 0; i < sentence.size(); i++) {
            if (employer(sentence, i) && fits.test(i)) {
                organizations.add(sentence.unit(i).valueAs(Organization.class));
            }
        }
        known.of(person).stream()
                .filter(affiliation -> affiliation.time().equals("former"))
                .forEach(affiliation -> organizations.remove(affiliation.organization()));
        return organizations.size() == 1
                ? Optional.of(organizations.iterator().next().reference())
                : Optional.empty();
    }

    /** The one organisation of the sentence before. */
    Optional<Reference> onlyBefore(AnnotatedSentence sentence, String person) {
        int before = sentence.sentence().index() - 1;
        return before < 1 || sentences.get(before).sentence().inTitle()
                ? Optional.empty()
                : only(sentences.get(before), person);
    }

    /** The last organisation named in the sentence before, or in the one before that. */
    Optional<Reference> justBefore(AnnotatedSentence sentence) {
        int index = sentence.sentence().index();
        for (int back = index - 1; back >= Math.max(1, index - 2); back--) {
            List<Unit> units = sentences.get(back).units();
            for (int i = units.size() - 1; i >= 0; i--) {
                if (units.get(i).is(Type.ORGANIZATION) && builds(units.get(i).valueAs(Organization.class))) {
                    return Optional.of(units.get(i).valueAs(Organization.class).reference());
                }
            }
        }
        return Optional.empty();
    }

    /** The organisation that the title speaks of first, unless it is merely bought. */
    Optional<Reference> subjectOfTitle() {
        for (AnnotatedSentence sentence : sentences) {
            for (int i = 0; i < sentence.size() && sentence.sentence().inTitle(); i++) {
                if (employer(sentence, i)) {
                    return Optional.of(
                            sentence.unit(i).valueAs(Organization.class).reference());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody goes to an organisation: the verb stands shortly before it, or behind it as in Japanese. */
    private static boolean goal(AnnotatedSentence sentence, int at) {
        return goes(sentence, at, -1, REACH_OF_VERB) || goes(sentence, at, 1, REACH_BEHIND);
    }

    private static boolean goes(AnnotatedSentence sentence, int at, int step, int reach) {
        for (int i = at + step; i >= 0 && i < sentence.size() && Math.abs(i - at) <= reach; i += step) {
            Unit unit = sentence.unit(i);
            if (unit.lemma("join") || unit.lemma("return")) {
                return true;
            }
            if (unit.is(Unit.Type.SIGN) || unit.is(Unit.Type.PERSON) || unit.is(Unit.Type.ORGANIZATION)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a unit is an organisation that people work for here: no outlet, no investor, none that is merely bought. */
    private static boolean employer(AnnotatedSentence sentence, int at) {
        Unit unit = sentence.unit(at);
        boolean bought = at > 0 && Stream.of("acquire", "buy", "purchase").anyMatch(sentence.unit(at - 1)::lemma);
        return unit.is(Type.ORGANIZATION) && builds(unit.valueAs(Organization.class)) && !bought;
    }

    private static boolean builds(Organization organization) {
        return !organization.publisher() && !organization.investor();
    }
}
