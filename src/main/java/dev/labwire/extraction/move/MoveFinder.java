package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Frames;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.lexicon.Words;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the people moves that a document tells of. Holds data files only; safe for many threads. */
final class MoveFinder {

    private static final Pattern CHAIR =
            Pattern.compile("\\b(?:chair(?:man|woman|person)?|board)\\b", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Words words;
    private final Frames moves = Frames.read("frames-moves-en.yaml");
    private final Frames affiliations = Frames.read("frames-affiliations-en.yaml");

    MoveFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.words = lexicon.words();
    }

    /** The frames it works with. */
    Frames frames() {
        return moves;
    }

    /** The moves of a document, put together from all sentences that tell of them. */
    List<MoveDraft> find(Document document, List<AnnotatedSentence> sentences) {
        return new Reading(document, sentences).moves();
    }

    /** The reading of one document. */
    private final class Reading {
        private final Document document;
        private final List<AnnotatedSentence> sentences;
        private final Antecedents antecedents;
        private final Affiliations known;
        private final Optional<Organization> firstParty;

        Reading(Document document, List<AnnotatedSentence> sentences) {
            this.document = document;
            this.sentences = sentences;
            this.antecedents = new Antecedents(sentences, document.author());
            this.known = new Affiliations(sentences, affiliations, antecedents);
            this.firstParty = Optional.ofNullable(document.organization()).flatMap(lexicon::organizationNamed);
        }

        List<MoveDraft> moves() {
            List<MoveDraft> drafts = new ArrayList<>();
            for (AnnotatedSentence sentence : sentences) {
                if (sentence.sentence().zone() != Zone.BOILERPLATE) {
                    for (FrameMatch match : moves.in(sentence)) {
                        people(match).forEach(person -> draft(person, match).ifPresent(drafts::add));
                    }
                }
            }
            return new MoveMerger(document, sentences, lexicon).merge(drafts);
        }

        /** Whom the frame speaks of: the person in its slot, those coordinated with it, or whom a pronoun stands for. */
        private Set<String> people(FrameMatch match) {
            Set<String> people = new LinkedHashSet<>();
            int at = match.position("person");
            if (at < 0) {
                return people;
            }
            Unit unit = match.sentence().unit(at);
            if (unit.word("they")) {
                return antecedents.group(match.sentence(), at);
            }
            if (unit.is(Type.WORD)) {
                antecedents.of(match.sentence(), at).ifPresent(people::add);
                return people;
            }
            people.add(unit.valueAs(String.class));
            coordinated(match.sentence(), at, -1, people);
            coordinated(match.sentence(), at, 1, people);
            return people;
        }

        /** "A, B and C": the names left or right of one, parted by commas and "and" alone. */
        private void coordinated(AnnotatedSentence sentence, int at, int step, Set<String> people) {
            for (int i = at + step; i >= 0 && i < sentence.size(); i += step) {
                Unit unit = sentence.unit(i);
                if (unit.is(Type.PERSON) || unit.is(Type.NAME) && Names.personLike(unit)) {
                    people.add(unit.valueAs(String.class));
                } else if (!unit.word(",")
                        && !unit.word("and")
                        && !unit.word("&")
                        && !(unit.word("along")
                                || unit.word("with")
                                || unit.word("together")
                                || unit.word("alongside"))) {
                    return;
                }
                boolean comma = unit.word(",")
                        && !(i + step >= 0
                                && i + step < sentence.size()
                                && (sentence.unit(i + step).is(Type.PERSON)
                                        || sentence.unit(i + step).word("and")));
                if (comma) {
                    return;
                }
            }
        }

        private Optional<MoveDraft> draft(String person, FrameMatch match) {
            Circumstances circumstances = new Circumstances(match.sentence(), words, match.from(), match.to());
            if (organizationByName(person)
                    || circumstances.negated() && !circumstances.denied()
                    || circumstances.hypothetical()) {
                return Optional.empty();
            }
            MoveDraft draft = new MoveDraft(person, Kind.JOIN, match);
            draft.from = end(match, "from").orElse(null);
            draft.to = end(match, "to")
                    .or(() -> match.position("we") >= 0 ? firstParty.map(Organization::reference) : Optional.empty())
                    .orElse(null);
            draft.status = circumstances.status();
            draft.certainty = certainty(match, person);
            draft.role = role(match).orElse(null);
            if (!settle(draft, match)) {
                return Optional.empty();
            }
            date(draft, circumstances);
            draft.newsworthy = newsworthy(draft, circumstances);
            draft.team = team(draft).orElse(null);
            return Optional.of(draft);
        }

        private boolean organizationByName(String person) {
            return Names.organizationEnding(person)
                    || lexicon.organizationNamed(person).isPresent();
        }

        /** The unit the move is into, said in its sentence or in one that goes on about the same person. */
        private Optional<String> team(MoveDraft draft) {
            Set<String> teams = words.set("team-names");
            String surname = draft.person.substring(draft.person.lastIndexOf(' ') + 1);
            int at = draft.sentence();
            for (int i = at; i < Math.min(sentences.size(), at + 3); i++) {
                AnnotatedSentence sentence = sentences.get(i);
                String quote = sentence.sentence().quote();
                boolean about = i == at
                        || quote.contains(surname)
                        || Set.of("he", "she").contains(sentence.unit(0).norm());
                Optional<String> found = about && sentence.sentence().zone() != Zone.BOILERPLATE
                        ? RolePhrases.team(quote, teams)
                        : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
                boolean listed = draft.match.sentence().sentence().zone() == Zone.LIST;
                boolean blockEnds = i + 1 < sentences.size()
                        && sentences.get(i + 1).sentence().block()
                                != sentence.sentence().block();
                if (listed && blockEnds) {
                    break;
                }
            }
            return Optional.empty();
        }

        /** The organisation in a slot; null where what stands there can be none. */
        private Optional<Reference> end(FrameMatch match, String slot) {
            return match.unit(slot).flatMap(unit -> {
                if (unit.is(Type.ORGANIZATION)) {
                    return Optional.of(unit.valueAs(Organization.class).reference());
                }
                String name = unit.valueAs(String.class).replaceAll("[’']s$", "");
                boolean remit = match.position("role") >= 0
                        && only(match.sentence(), "").isPresent()
                        && !Names.organizationEnding(name);
                return remit
                        ? Optional.<Reference>empty()
                        : unknownOrganization(name)
                                ? Optional.of(new Reference(Slug.of(name), name))
                                : Optional.empty();
            });
        }

        private boolean unknownOrganization(String name) {
            String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
            String first = name.split(" ")[0].toLowerCase(Locale.ROOT);
            return !words.in("places", last)
                    && !words.in("places", first)
                    && !words.in("no-organizations", last)
                    && !words.in("no-organizations", first)
                    && !(lexicon.firstName(first) && name.contains(" ") && !Names.organizationEnding(name));
        }

        private double certainty(FrameMatch match, String person) {
            double certainty = match.frame().weight();
            boolean unknownPerson =
                    match.unit("person").filter(unit -> unit.is(Type.NAME)).isPresent();
            if (unknownPerson && !lexicon.firstName(person.split("[ -]")[0].toLowerCase(Locale.ROOT))) {
                certainty -= 0.12;
            }
            for (String slot : List.of("to", "from")) {
                boolean unknown =
                        match.unit(slot).filter(unit -> unit.is(Type.NAME)).isPresent();
                if (unknown) {
                    certainty -= Names.organizationEnding(
                                    match.unit(slot).orElseThrow().valueAs(String.class))
                            ? 0.03
                            : 0.1;
                }
            }
            if (match.sentence().titleCase()) {
                certainty -= 0.04;
            }
            return certainty;
        }

        private Optional<String> role(FrameMatch match) {
            int slot = match.position("role");
            if (slot >= 0) {
                return Optional.of(RolePhrases.at(match.sentence(), slot));
            }
            return RolePhrases.after(match.sentence(), Math.max(match.to() - 1, 0))
                    .or(() -> RolePhrases.function(match.sentence(), match.to()))
                    .or(() -> functionBehind(match));
        }

        /** A function that one of the next two sentences gives the same person: "she would drive the next generation of…". */
        private Optional<String> functionBehind(FrameMatch match) {
            int index = match.sentence().sentence().index();
            Optional<Unit> person = match.unit("person").filter(unit -> unit.is(Type.PERSON));
            for (int i = index; i < Math.min(sentences.size(), index + 3) && person.isPresent() && index > 0; i++) {
                AnnotatedSentence sentence = sentences.get(i);
                for (int u = 0; u + 2 < sentence.size(); u++) {
                    Unit unit = sentence.unit(u);
                    boolean same = unit.is(Type.PERSON)
                                    && unit.value() != null
                                    && unit.value().equals(person.get().value())
                            || i > index && u == 0 && (unit.word("he") || unit.word("she"));
                    boolean will = sentence.unit(u + 1).word("will")
                            || sentence.unit(u + 1).word("would");
                    if (same && will) {
                        Optional<String> function = RolePhrases.function(sentence, u + 1);
                        if (function.isPresent()) {
                            return function;
                        }
                    }
                }
            }
            return Optional.empty();
        }

        /** Settles kind and ends from the frame, the document and each other; false where nothing sensible comes out. */
        private boolean settle(MoveDraft draft, FrameMatch match) {
            Optional<Organization> current = known.current(draft.person);
            String frameKind = match.frame().kind();
            boolean slotGiven = match.slots().containsKey("to") || match.slots().containsKey("from");
            if (slotGiven && draft.to == null && draft.from == null) {
                return false;
            }
            if (frameKind.equals("appoint")) {
                return settleAppointment(draft, match, current);
            }
            draft.kind = Kind.of(frameKind);
            if (draft.kind == Kind.FOUND && draft.role == null) {
                draft.role = match.sentence()
                                .text(match.from(), match.to())
                                .toLowerCase(Locale.ROOT)
                                .contains("co-found")
                        ? "co-founder"
                        : "founder";
            }
            return switch (draft.kind) {
                case ROLE_CHANGE -> settleRoleChange(draft, match, current);
                case LEAVE, LEAVE_OF_ABSENCE -> settleLeave(draft, match, current);
                case BOARD -> {
                    draft.role = draft.role == null ? "board member" : draft.role;
                    yield draft.to != null || draft.from != null;
                }
                case JOIN, RETURN -> settleJoin(draft);
                default -> draft.kind != Kind.FOUND || draft.to != null || draft.from != null;
            };
        }

        private boolean settleJoin(MoveDraft draft) {
            if (draft.to == null) {
                return false;
            }
            if (draft.from == null) {
                draft.from = known.leaving(draft.person)
                        .filter(organization -> !lexicon.kin(organization.id(), draft.to.id()))
                        .map(Organization::reference)
                        .orElse(null);
            }
            if (draft.from != null && lexicon.kin(draft.from.id(), draft.to.id())) {
                draft.from = null;
            }
            return true;
        }

        private boolean settleAppointment(MoveDraft draft, FrameMatch match, Optional<Organization> current) {
            if (draft.to == null) {
                return settleRoleChange(draft, match, current);
            }
            String verb = match.sentence().text(match.from(), match.to()).toLowerCase(Locale.ROOT);
            boolean inside = current.isPresent() && lexicon.kin(current.get().id(), draft.to.id());
            if (draft.role != null && CHAIR.matcher(draft.role).find()) {
                draft.kind = Kind.BOARD;
                return true;
            }
            if (inside || verb.contains("promot") || verb.contains("elevat")) {
                draft.kind = Kind.ROLE_CHANGE;
                draft.from = draft.to;
                return true;
            }
            draft.kind = Kind.JOIN;
            return settleJoin(draft);
        }

        private boolean settleRoleChange(MoveDraft draft, FrameMatch match, Optional<Organization> current) {
            Optional<Reference> organization = current.map(Organization::reference)
                    .or(() -> only(match.sentence(), draft.person))
                    .or(() -> firstParty.map(Organization::reference))
                    .or(() -> onlyBefore(match.sentence(), draft.person))
                    .or(this::subjectOfTitle)
                    .or(() -> justBefore(match.sentence()));
            if (organization.isEmpty() || draft.role == null) {
                return false;
            }
            boolean chair = CHAIR.matcher(draft.role).find();
            boolean former =
                    known.of(draft.person).stream().noneMatch(a -> a.time().equals("current"))
                            && !known.of(draft.person).isEmpty();
            draft.kind = chair ? Kind.BOARD : former ? Kind.JOIN : Kind.ROLE_CHANGE;
            draft.to = organization.get();
            draft.from = draft.kind == Kind.ROLE_CHANGE ? organization.get() : null;
            draft.certainty -= current.isPresent() ? 0 : 0.06;
            return true;
        }

        private boolean settleLeave(MoveDraft draft, FrameMatch match, Optional<Organization> current) {
            if (draft.from == null) {
                draft.from = current.map(Organization::reference)
                        .or(() -> only(match.sentence(), draft.person))
                        .or(() -> firstParty.map(Organization::reference))
                        .or(this::subjectOfTitle)
                        .or(() -> justBefore(match.sentence()))
                        .orElse(null);
            }
            draft.to = draft.kind == Kind.LEAVE_OF_ABSENCE ? null : draft.to;
            draft.role = known.role(draft.person, draft.from).orElse(draft.role);
            if (draft.kind == Kind.LEAVE
                    && match.position("role") >= 0
                    && CHAIR.matcher(RolePhrases.at(match.sentence(), match.position("role")))
                            .find()) {
                draft.kind = Kind.BOARD;
                draft.leavingBoard = true;
            }
            return draft.from != null;
        }

        /** The one organisation of a sentence that is no outlet and no former employer. */
        private Optional<Reference> only(AnnotatedSentence sentence, String person) {
            Set<Organization> organizations = new LinkedHashSet<>();
            for (Unit unit : sentence.units()) {
                if (unit.is(Type.ORGANIZATION) && builds(unit.valueAs(Organization.class))) {
                    organizations.add(unit.valueAs(Organization.class));
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
        private Optional<Reference> onlyBefore(AnnotatedSentence sentence, String person) {
            int before = sentence.sentence().index() - 1;
            return before < 1 || sentences.get(before).sentence().inTitle()
                    ? Optional.empty()
                    : only(sentences.get(before), person);
        }

        /** The last organisation named in the sentence before, or in the one before that. */
        private Optional<Reference> justBefore(AnnotatedSentence sentence) {
            int index = sentence.sentence().index();
            for (int back = index - 1; back >= Math.max(1, index - 2); back--) {
                List<Unit> units = sentences.get(back).units();
                for (int i = units.size() - 1; i >= 0; i--) {
                    if (units.get(i).is(Type.ORGANIZATION)
                            && builds(units.get(i).valueAs(Organization.class))) {
                        return Optional.of(
                                units.get(i).valueAs(Organization.class).reference());
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean builds(Organization organization) {
            return !organization.publisher() && !organization.investor();
        }

        /** The organisation that the title speaks of first, unless it is merely bought. */
        private Optional<Reference> subjectOfTitle() {
            for (AnnotatedSentence sentence : sentences) {
                for (int i = 0; i < sentence.size() && sentence.sentence().inTitle(); i++) {
                    Unit unit = sentence.unit(i);
                    boolean bought = i > 0
                            && Set.of("acquire", "buy", "purchase").stream().anyMatch(sentence.unit(i - 1)::lemma);
                    if (unit.is(Type.ORGANIZATION) && builds(unit.valueAs(Organization.class)) && !bought) {
                        return Optional.of(unit.valueAs(Organization.class).reference());
                    }
                }
            }
            return Optional.empty();
        }

        private void date(MoveDraft draft, Circumstances circumstances) {
            Optional<DateFinder.Found> found = circumstances.date();
            draft.occurredOn = found.map(DateFinder.Found::on).orElse(null);
            if (found.filter(DateFinder.Found::future).isPresent()) {
                draft.occurredOn = null;
            }
        }

        /** How much speaks for the sentence telling the news rather than recalling the past. */
        private double newsworthy(MoveDraft draft, Circumstances circumstances) {
            FrameMatch match = draft.match;
            Zone zone = match.sentence().sentence().zone();
            double score =
                    switch (zone) {
                        case TITLE -> 2.5;
                        case LEAD -> 1.5;
                        case LIST -> 1.5;
                        default -> 0.65;
                    };
            String surname = draft.person.substring(draft.person.lastIndexOf(' ') + 1);
            score += document.title().contains(surname) ? 0.8 : 0;
            int person = match.position("person");
            int verb = verb(match);
            boolean present = verb >= 0 && circumstances.present(verb);
            boolean dated = draft.occurredOn != null;
            score += present ? 0.8 : dated || zone == Zone.TITLE || zone == Zone.LIST ? 0 : -0.7;
            boolean foundingNews = draft.to != null && document.title().contains(draft.to.name()) && zone == Zone.LEAD;
            score += draft.kind != Kind.FOUND || present || zone == Zone.TITLE ? 0 : foundingNews ? 1.2 : -0.6;
            score -= circumstances.pluperfect() ? 2.5 : 0;
            boolean relative = person >= 0 && match.sentence().unit(person).word("who");
            score -= relative ? (present ? 0.6 : 2.0) : 0;
            boolean hung = circumstances.subordinate(match.from()) && !relative;
            boolean noun = verb < 0
                    || match.position("person") + 1 < match.to()
                            && match.sentence()
                                    .unit(match.position("person") + 1)
                                    .word("'s");
            score -= hung ? (noun ? 3.5 : 1.2) : 0;
            score -= Circumstances.old(draft.occurredOn, document.publishedOn()) ? 4 : 0;
            score += draft.occurredOn != null
                            && !Circumstances.old(draft.occurredOn, document.publishedOn())
                            && document.publishedOn() != null
                    ? 0.7
                    : 0;
            return score - 1.1;
        }

        /** The verb that tells of the move: the first outside asides that is more than "be" or "have". */
        private int verb(FrameMatch match) {
            int auxiliary = -1;
            for (int i = match.from(); i < match.to(); i++) {
                Unit unit = match.sentence().unit(i);
                if (unit.lemmas().isEmpty()
                        || match.slots().containsValue(i)
                        || i > match.position("person") && asideCloses(match, i)) {
                    continue;
                }
                if (!unit.lemma("be") && !unit.lemma("have")) {
                    return i;
                }
                auxiliary = auxiliary < 0 ? i : auxiliary;
            }
            return auxiliary;
        }

        /** Whether a unit stands in an aside between commas, behind the person and before the verb. */
        private boolean asideCloses(FrameMatch match, int at) {
            int person = match.position("person");
            boolean opens = person >= 0
                    && person + 1 < match.to()
                    && match.sentence().unit(person + 1).word(",");
            if (!opens) {
                return false;
            }
            int closing = -1;
            for (int i = person + 2; i < match.to(); i++) {
                if (match.sentence().unit(i).word(",")) {
                    closing = i;
                }
            }
            return at < closing;
        }
    }
}
