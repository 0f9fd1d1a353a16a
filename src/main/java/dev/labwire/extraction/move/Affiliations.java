package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Organization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the people of a document work or worked, as far as it says so. */
final class Affiliations {

    /** One statement: {@code time} is current, former or latest. */
    record Affiliation(Organization organization, String time, boolean founder, int sentence) {

        Reference reference() {
            return organization.reference();
        }
    }

    private final Map<String, List<Affiliation>> byPerson = new HashMap<>();

    Affiliations(List<AnnotatedSentence> sentences, Frames frames) {
        for (AnnotatedSentence sentence : sentences) {
            boolean anyone = sentence.units().stream().anyMatch(unit -> unit.is(Unit.Type.PERSON))
                    && sentence.units().stream().anyMatch(unit -> unit.is(Unit.Type.ORGANIZATION));
            if (anyone && sentence.sentence().zone() != Zone.BOILERPLATE) {
                frames.in(sentence).forEach(this::note);
            }
        }
    }

    private void note(FrameMatch match) {
        Optional<Unit> person = match.unit("person").filter(unit -> unit.is(Unit.Type.PERSON));
        Optional<Unit> organization = match.unit("org").filter(unit -> unit.is(Unit.Type.ORGANIZATION));
        if (person.isEmpty() || organization.isEmpty()) {
            return;
        }
        Organization where = organization.get().valueAs(Organization.class);
        String words = match.sentence().text(match.from(), match.to()).toLowerCase(java.util.Locale.ROOT);
        boolean founder = words.contains("found");
        boolean past = match.from() > 0
                && Stream.of("former", "ex", "-").anyMatch(match.sentence().unit(match.from() - 1)::word);
        String time = match.frame().kind().equals("current")
                        && (past || words.contains("former") || words.contains("previous"))
                ? "former"
                : match.frame().kind();
        if (!where.publisher()) {
            byPerson.computeIfAbsent(person.get().valueAs(String.class), key -> new ArrayList<>())
                    .add(new Affiliation(
                            where, time, founder, match.sentence().sentence().index()));
        }
    }

    /** Every statement about a person, in reading order. */
    List<Affiliation> of(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /** The organisation a person works for, as the document has it first; founders count as well. */
    Optional<Organization> current(String person) {
        return of(person).stream()
                .filter(affiliation -> affiliation.time().equals("current"))
                .map(Affiliation::organization)
                .findFirst();
    }

    /** The employer a person comes from. */
    Optional<Organization> leaving(String person) {
        return Stream.concat(
                        of(person).stream()
                                .filter(affiliation -> affiliation.time().equals("latest")),
                        of(person).stream()
                                .filter(affiliation -> affiliation.time().equals("current") && !affiliation.founder()))
                .map(Affiliation::organization)
                .findFirst();
    }
}
