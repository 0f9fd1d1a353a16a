package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Circumstances;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.GivenNames;
import dev.labwire.extraction.frame.Names;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.DateFinder;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.scoring.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a frame found in one document as the move of a person. */
final class MoveReader {

    private static final double RECALLED = -2;

    private final Lexicon lexicon;
    private final List<AnnotatedSentence> sentences;
    private final Optional<Reference> firstParty;
    private final MoveEnds ends;
    private final MoverRoles roles;
    private final MoverTeams teams;
    private final MoveSettler settler;
    private final MoveNewsworthiness newsworthiness;
    private final String title;

    MoveReader(Document document, List<AnnotatedSentence> sentences, Lexicon lexicon, Affiliations known, Raids raids) {
        Employers employers = new Employers(sentences, known);
        this.lexicon = lexicon;
        this.sentences = sentences;
        this.firstParty = Optional.ofNullable(document.organization())
                .flatMap(lexicon::organizationNamed)
                .map(Organization::reference);
        this.ends = new MoveEnds(lexicon);
        this.roles = new MoverRoles(sentences, lexicon.words());
        this.teams = new MoverTeams(sentences, lexicon.words());
        this.settler = new MoveSettler(lexicon, known, employers, roles, firstParty, raids);
        this.newsworthiness = new MoveNewsworthiness(document, lexicon.words());
        this.title = document.title();
    }

    /** The move of that person; empty where the sentence denies it, merely imagines it or leaves too much open. */
    Optional<MoveDraft> read(String person, FrameMatch match) {
        Circumstances circumstances = new Circumstances(match.sentence(), lexicon.words(), match.from(), match.to());
        boolean unsaid = circumstances.negated() && !circumstances.denied() || circumstances.hypothetical();
        if (unsaid || organizationByName(person) || hardlyAPerson(person, match)) {
            return Optional.empty();
        }
        MoveDraft draft = draft(person, match, circumstances);
        if (!settler.settle(draft)) {
            return Optional.empty();
        }
        draft.occurredOn = circumstances
                .date()
                .filter(date -> !date.future())
                .map(DateFinder.Found::on)
                .orElse(null);
        draft.newsworthy = newsworthiness.of(draft, circumstances);
        if (match.frame().background()) {
            draft.newsworthy = Math.min(draft.newsworthy, RECALLED);
        }
        draft.team = teams.of(draft).orElse(null);
        return Optional.of(draft);
    }

    private MoveDraft draft(String person, FrameMatch match, Circumstances circumstances) {
        MoveDraft draft = new MoveDraft(person, Kind.JOIN, match);
        draft.from = ends.in(match, "from").orElse(null);
        draft.to = ends.in(match, "to")
                .or(() -> match.position("we") >= 0 ? firstParty : Optional.empty())
                .orElse(null);
        draft.status = circumstances.status();
        weigh(draft);
        draft.role = roles.of(match).orElse(null);
        return draft;
    }

    /** Where capitals or blanks tell little of names, a name that nothing else speaks for is none of a person. */
    private boolean hardlyAPerson(String person, FrameMatch match) {
        return !lexicon.words().english()
                && unknown(match, "person").isPresent()
                && !GivenNames.known(person.split("[ -]")[0].toLowerCase(Locale.ROOT), lexicon)
                && !recurringSubject(person);
    }

    /** Whether a name comes back as it is, and never where something belongs, lies or comes from. */
    private boolean recurringSubject(String name) {
        int times = 0;
        for (AnnotatedSentence sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                if (sentence.unit(i).is(Type.NAME)
                        && sentence.unit(i).valueAs(String.class).equals(name)) {
                    times++;
                    if (i > 0 && sentence.unit(i - 1).may(Unit.Duty.PREPOSITION)) {
                        return false;
                    }
                }
            }
        }
        return times > 1;
    }

    private boolean organizationByName(String person) {
        return Names.organizationEnding(person)
                || nobody(person)
                || lexicon.organizationNamed(person).isPresent();
    }

    /** Capitalised words that are all ordinary ones or places name nobody: "Big Tech", "Silicon Valley". */
    private boolean nobody(String person) {
        return Arrays.stream(person.toLowerCase(Locale.ROOT).split("[ -]"))
                .allMatch(part -> !lexicon.firstName(part)
                        && (lexicon.commonWord(part) || lexicon.words().in("places", part)));
    }

    private void weigh(MoveDraft draft) {
        FrameMatch match = draft.match;
        String firstName = draft.person.split("[ -]")[0].toLowerCase(Locale.ROOT);
        draft.evidence.mark(
                Feature.UNKNOWN_PERSON, unknown(match, "person").isPresent() && !lexicon.firstName(firstName));
        boolean nobodyKnown = draft.to != null
                && lexicon.organization(draft.to.id()).isEmpty()
                && (draft.from == null || lexicon.organization(draft.from.id()).isEmpty());
        draft.evidence.mark(
                Feature.NO_KNOWN_ORGANIZATION,
                nobodyKnown && !draft.match.frame().kind().equals("found") && !aboutTheField(match));
        draft.evidence.set(Feature.UNKNOWN_ORGANIZATION, Math.max(doubt(match, "to"), doubt(match, "from")));
        draft.evidence.mark(Feature.FIRST_PARTY, firstParty.isPresent());
    }

    /** Whether the title or the sentence speaks of AI: then a company that nobody knows is one to watch. */
    private boolean aboutTheField(FrameMatch match) {
        return lexicon.words()
                .says("field-words", title + "\n" + match.sentence().sentence().quote());
    }

    private static double doubt(FrameMatch match, String slot) {
        return unknown(match, slot)
                .map(unit -> Names.organizationEnding(unit.valueAs(String.class)) ? 0.3 : 1)
                .orElse(0.0);
    }

    private static Optional<Unit> unknown(FrameMatch match, String slot) {
        return match.unit(slot).filter(unit -> unit.is(Type.NAME));
    }
}
