package dev.labwire.extraction.move;

import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the people of a document work or worked, as far as it says so. */
final class Affiliations {

    /** One statement: {@code time} is current, former or latest; {@code marked} where a frame of another language says so. */
    record Affiliation(
            Organization organization,
            String time,
            boolean founder,
            boolean marked,
            @Nullable String role) {}

    /** the frame that names several people of one employer in a row */
    private static final String GROUP = "group";

    /** how the names of their frames begin */
    private static final Pattern OTHER_LANGUAGE = Pattern.compile("[a-z]{2}-");

    private static final String GROUP_BEHIND = "group-behind";

    private final Map<String, List<Affiliation>> byPerson = new HashMap<>();

    private final Antecedents antecedents;
    private final RolePhrases roles;
    private final Words lexicon;

    Affiliations(
            List<AnnotatedSentence> sentences,
            Frames frames,
            Antecedents antecedents,
            RolePhrases roles,
            Words lexicon) {
        this.lexicon = lexicon;
        this.antecedents = antecedents;
        this.roles = roles;
        for (AnnotatedSentence sentence : sentences) {
            boolean anyone = sentence.units().stream().anyMatch(unit -> unit.is(Unit.Type.ORGANIZATION));
            if (anyone && sentence.sentence().zone() != Zone.BOILERPLATE) {
                frames.in(sentence).forEach(this::note);
            }
        }
    }

    private void note(FrameMatch match) {
        Optional<String> person = match.unit("person").flatMap(unit -> person(unit, match));
        Optional<Unit> organization = match.unit("org").filter(unit -> unit.is(Unit.Type.ORGANIZATION));
        if (person.isEmpty() || organization.isEmpty() || getsThePost(match)) {
            return;
        }
        Organization where = organization.get().valueAs(Organization.class);
        String words = match.sentence().text(match.from(), match.to()).toLowerCase(Locale.ROOT);
        String role = match.position("role") < 0 ? null : roles.at(match.sentence(), match.position("role"));
        if (!where.publisher()) {
            var affiliation = new Affiliation(
                    where,
                    time(match, words),
                    founder(words),
                    OTHER_LANGUAGE.matcher(match.frame().id()).lookingAt(),
                    role);
            Stream.concat(person.stream(), alsoOfTheGroup(match))
                    .forEach(name -> byPerson.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(affiliation));
        }
    }

    /** "Jane Doe has been named chief scientist of Acme": the post is news, not what she was before. */
    private static boolean getsThePost(FrameMatch match) {
        int person = match.position("person");
        for (int i = person + 1; i < match.position("role"); i++) {
            Unit unit = match.sentence().unit(i);
            if (unit.word("who")) {
                return false;
            }
            if (unit.lemma("name") || unit.lemma("become") || unit.lemma("promote")) {
                return true;
            }
        }
        return false;
    }

    private boolean founder(String words) {
        return words.contains("found")
                || lexicon.setIfAny("founder-words").stream().anyMatch(words::contains);
    }

    /** Those named in one row behind the first of a group: ", John Roe and Max Muster". */
    private static Stream<String> alsoOfTheGroup(FrameMatch match) {
        List<Unit> units = match.sentence().units();
        List<Unit> further;
        if (match.frame().id().equals(GROUP)) {
            further = units.subList(match.to(), units.size());
        } else if (match.frame().id().equals(GROUP_BEHIND)) {
            further = new ArrayList<>(units.subList(0, match.from()));
            Collections.reverse(further);
        } else {
            return Stream.empty();
        }
        return further.stream()
                .takeWhile(unit -> unit.is(Unit.Type.PERSON) || unit.word(",") || unit.word("and"))
                .filter(unit -> unit.is(Unit.Type.PERSON))
                .map(unit -> unit.valueAs(String.class));
    }

    private Optional<String> person(Unit unit, FrameMatch match) {
        return switch (unit.type()) {
            case PERSON -> Optional.of(unit.valueAs(String.class));
            case WORD -> antecedents.of(match.sentence(), match.position("person"));
            default -> Optional.empty();
        };
    }

    /** A statement in the past tense with a date behind it is of a former job, whatever its frame says. */
    private static String time(FrameMatch match, String words) {
        if (!match.frame().kind().equals("current")) {
            return match.frame().kind();
        }
        boolean marked =
                before(match, 1, "former") || before(match, 1, "ex") || before(match, 2, "ex") && before(match, 1, "-");
        boolean dated = false;
        for (int i = match.to();
                i < Math.min(match.to() + 12, match.sentence().size())
                        && !match.sentence().unit(i).word(",");
                i++) {
            dated |= match.sentence().unit(i).is(Unit.Type.DATE);
        }
        boolean past = words.matches("(?s).*\\b(?:led|ran|headed|worked|built|oversaw|was|directed|taught)\\b.*");
        return marked || words.contains("former") || words.contains("previous") || dated && past ? "former" : "current";
    }

    private static boolean before(FrameMatch match, int distance, String word) {
        return match.from() >= distance
                && match.sentence().unit(match.from() - distance).word(word);
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
        return first(person, affiliation -> affiliation.time().equals("latest"))
                .or(() -> first(person, affiliation -> affiliation.time().equals("current") && !affiliation.founder()))
                .or(() -> first(person, affiliation -> affiliation.time().equals("current")));
    }

    /** The organisations that a person is said to have worked for, in so many words of another language. */
    Stream<Organization> former(String person) {
        return of(person).stream()
                .filter(affiliation ->
                        affiliation.marked() && !affiliation.time().equals("current"))
                .map(Affiliation::organization);
    }

    private Optional<Organization> first(String person, Predicate<Affiliation> wanted) {
        return of(person).stream().filter(wanted).map(Affiliation::organization).findFirst();
    }

    /** The title a person is said to have there. */
    Optional<String> role(String person, @Nullable Reference organization) {
        return of(person).stream()
                .filter(affiliation -> affiliation.role() != null
                        && organization != null
                        && affiliation.organization().id().equals(organization.id()))
                .map(Affiliation::role)
                .findFirst();
    }
}
