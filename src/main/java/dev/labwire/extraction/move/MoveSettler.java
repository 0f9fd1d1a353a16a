package dev.labwire.extraction.move;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.move.Affiliations.Affiliation;
import dev.labwire.extraction.scoring.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settles kind and ends of a move from its frame, the document and each other. */
final class MoveSettler {

    private static final int REACH_OF_FROM = 9;

    private static final Pattern CHAIR =
            Pattern.compile("(?<!executive )\\b(?:chair(?:man|woman|person)?|board)\\b", Pattern.CASE_INSENSITIVE);

    /** how much more a guess weighs that rests on mere nearness */
    private static final double FAR_GUESS = 3;

    private static final Pattern EXECUTIVE =
            Pattern.compile("\\b(?:CEO|chief|president|executive|founder|head)\\b", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Affiliations known;
    private final Employers employers;
    private final MoverRoles roles;
    private final Optional<Reference> firstParty;
    private final Raids raids;

    MoveSettler(
            Lexicon lexicon,
            Affiliations known,
            Employers employers,
            MoverRoles roles,
            Optional<Reference> firstParty,
            Raids raids) {
        this.lexicon = lexicon;
        this.known = known;
        this.employers = employers;
        this.roles = roles;
        this.firstParty = firstParty;
        this.raids = raids;
    }

    /** Settles a draft; false where nothing sensible comes out. */
    boolean settle(MoveDraft draft) {
        FrameMatch match = draft.match;
        boolean slotGiven = match.slots().containsKey("to") || match.slots().containsKey("from");
        if (slotGiven && draft.to == null && draft.from == null) {
            return false;
        }
        if (match.frame().kind().equals("appoint")) {
            return appointment(draft);
        }
        draft.kind = Kind.of(match.frame().kind());
        return switch (draft.kind) {
            case ROLE_CHANGE -> roleChange(draft);
            case LEAVE, LEAVE_OF_ABSENCE -> leave(draft);
            case BOARD -> board(draft);
            case JOIN, RETURN -> join(draft);
            case FOUND -> founding(draft);
            default -> true;
        };
    }

    private boolean founding(MoveDraft draft) {
        if (draft.to == null && draft.from == null) {
            draft.from = current(draft).orElse(null);
        }
        if (inHouse(draft) || formerEmployer(draft)) {
            return false;
        }
        if (draft.role == null) {
            draft.role = words(draft).contains("co-found") ? "co-founder" : "founder";
        }
        return draft.to != null || draft.from != null || draft.match.position("to") < 0;
    }

    /** "launches Acme Small Business": a new part of an organisation that stands right before its name. */
    private static boolean inHouse(MoveDraft draft) {
        int to = draft.match.position("to");
        return to > 0 && draft.match.sentence().unit(to - 1).is(Unit.Type.ORGANIZATION);
    }

    /** "steps down as chief scientist but stays", "to take the new role of": gives up a post, not the job. */
    private boolean stays(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        boolean post = words(draft).contains("step") || words(draft).contains("transition");
        for (int i = draft.match.to(); post && i < Math.min(sentence.size(), draft.match.to() + 16); i++) {
            Unit unit = sentence.unit(i);
            boolean newRole = unit.word("role") && sentence.unit(i - 1).word("new");
            if (newRole || lexicon.words().in("staying", unit.norm())) {
                return true;
            }
            if (unit.is(Unit.Type.PERSON) || unit.word(";")) {
                return false;
            }
        }
        return false;
    }

    private boolean board(MoveDraft draft) {
        if (draft.to == null && draft.from == null && !draft.match.frame().leaving()) {
            draft.to = firstParty
                    .or(() -> employers.only(draft.match.sentence(), draft.person))
                    .orElse(null);
        }
        draft.role = draft.role == null ? "board member" : draft.role;
        return draft.to != null || draft.from != null;
    }

    private static String words(MoveDraft draft) {
        FrameMatch match = draft.match;
        return match.sentence().text(match.from(), match.to()).toLowerCase(Locale.ROOT);
    }

    private boolean chair(@Nullable String role) {
        return role != null
                && (CHAIR.matcher(role).find()
                        || lexicon.words().setIfAny("board-roles").contains(Idiom.phraseNorm(role)));
    }

    /** "Former Google researcher Jane Doe joins Acme": Google, where the words of another language put it nearer to the verb. */
    private boolean formerEmployer(MoveDraft draft) {
        return !lexicon.words().english()
                && draft.to != null
                && draft.kind != Kind.RETURN
                && known.former(draft.person)
                        .anyMatch(organization -> organization.id().equals(draft.to.id()))
                && known.current(draft.person)
                        .filter(organization -> organization.id().equals(draft.to.id()))
                        .isEmpty();
    }

    private boolean join(MoveDraft draft) {
        if (formerEmployer(draft)) {
            return false;
        }
        if (draft.to == null) {
            return draft.match.frame().along() || draft.match.position("from") >= 0 && draft.from != null;
        }
        if (draft.from == null) {
            draft.from = behind(draft).orElse(null);
        }
        if (draft.from == null) {
            draft.from = known.leaving(draft.person)
                    .filter(organization -> !lexicon.kin(organization.id(), draft.to.id()))
                    .map(Organization::reference)
                    .or(() -> raids.from(draft.to))
                    .orElse(null);
        }
        if (draft.from != null && lexicon.kin(draft.from.id(), draft.to.id())) {
            draft.from = null;
        }
        return true;
    }

    /** "Joins Acme as chief scientist from Beta": said behind the move, before the next verb or clause. */
    private static Optional<Reference> behind(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        for (int i = draft.match.to(); i + 1 < Math.min(sentence.size(), draft.match.to() + REACH_OF_FROM); i++) {
            Unit unit = sentence.unit(i);
            if (unit.is(Type.SIGN) || !unit.lemmas().isEmpty()) {
                return Optional.empty();
            }
            Unit next = sentence.unit(i + 1);
            if (unit.word("from") && next.is(Type.ORGANIZATION)) {
                boolean several = i + 3 < sentence.size()
                        && (sentence.unit(i + 2).word(",")
                                || sentence.unit(i + 2).word("and"))
                        && sentence.unit(i + 3).is(Type.ORGANIZATION);
                Organization organization = next.valueAs(Organization.class);
                return several || organization.publisher() ? Optional.empty() : Optional.of(organization.reference());
            }
        }
        return Optional.empty();
    }

    private boolean appointment(MoveDraft draft) {
        if (draft.to == null) {
            return roleChange(draft);
        }
        if (chair(draft.role)) {
            draft.kind = Kind.BOARD;
            return true;
        }
        if (inside(draft, draft.to) || promoted(draft)) {
            draft.kind = Kind.ROLE_CHANGE;
            draft.from = draft.to;
            return true;
        }
        draft.kind = Kind.JOIN;
        return join(draft);
    }

    private static boolean promoted(MoveDraft draft) {
        String words = words(draft);
        FrameMatch match = draft.match;
        return words.contains("promot")
                || words.contains("elevat")
                || match.sentence().units().subList(match.from(), match.to()).stream()
                        .anyMatch(unit -> unit.lemma("promote") || unit.word("promoted"));
    }

    private boolean inside(MoveDraft draft, Reference organization) {
        return known.current(draft.person)
                .filter(current -> lexicon.kin(current.id(), organization.id()))
                .isPresent();
    }

    private boolean roleChange(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        Optional<Reference> current = current(draft);
        Optional<Reference> organization = current.or(() -> employers.only(sentence, draft.person))
                .or(() -> firstParty)
                .or(() -> lexicon.words().english() ? Optional.empty() : employers.subjectOfTitle())
                .or(() -> employers.onlyBefore(sentence, draft.person))
                .or(employers::subjectOfTitle)
                .or(() -> far(draft, employers.justBefore(sentence)));
        if (organization.isEmpty()
                || draft.role == null
                || newEmployer(draft)
                || current.isEmpty() && (spokenByNobodyKnown(sentence) || elsewhere(draft))) {
            return false;
        }
        Optional<Reference> old = current.isEmpty() ? raids.from(organization.get()) : Optional.empty();
        if (old.isPresent()) {
            draft.kind = Kind.JOIN;
            draft.to = organization.get();
            draft.from = old.get();
            return true;
        }
        draft.kind = chair(draft.role) ? Kind.BOARD : former(draft.person) ? Kind.JOIN : Kind.ROLE_CHANGE;
        draft.to = organization.get();
        draft.from = draft.kind == Kind.ROLE_CHANGE ? organization.get() : null;
        draft.evidence.set(Feature.GUESSED, current.isPresent() ? 0 : draft.farGuess ? FAR_GUESS : 1);
        draft.evidence.mark(Feature.POSSESSED, possessed(draft) && !promoted(draft));
        return true;
    }

    /** "An adviser to the government": the title says itself where it is held. */
    private static boolean elsewhere(MoveDraft draft) {
        int behind = draft.match.position("role") + 1;
        return behind > 0
                && behind < draft.match.sentence().size()
                && draft.match.sentence().unit(behind).word("to");
    }

    /** "Will be the chief scientist of her new employer": not of the one that is known. */
    private static boolean newEmployer(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        for (int i = draft.match.from() + 1; i < sentence.size(); i++) {
            if (sentence.unit(i).word("employer") && sentence.unit(i - 1).word("new")) {
                return true;
            }
        }
        return false;
    }

    /** An organisation that merely stands nearby. */
    private static Optional<Reference> far(MoveDraft draft, Optional<Reference> nearby) {
        draft.farGuess = nearby.isPresent();
        return nearby;
    }

    /** "Our chief scientist" says who speaks to those alone who know who speaks. */
    private boolean spokenByNobodyKnown(AnnotatedSentence sentence) {
        return firstParty.isEmpty() && sentence.units().stream().anyMatch(unit -> unit.word("our") || unit.word("us"));
    }

    private Optional<Reference> current(MoveDraft draft) {
        return known.current(draft.person).map(Organization::reference);
    }

    /** "Acme's Jane Doe becomes chair": of Acme, or of what the text is about. */
    private static boolean possessed(MoveDraft draft) {
        int person = draft.match.position("person");
        AnnotatedSentence sentence = draft.match.sentence();
        return person > 1
                && sentence.unit(person - 1).word("'s")
                && sentence.unit(person - 2).is(Unit.Type.ORGANIZATION);
    }

    /** Whether the document tells of former jobs of a person alone. */
    private boolean former(String person) {
        List<Affiliation> told = known.of(person);
        return !told.isEmpty()
                && told.stream().noneMatch(affiliation -> affiliation.time().equals("current"));
    }

    /** "replacing Jane Doe, who…": she was where the other one is now. */
    private static boolean replaced(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        for (int i = Math.max(0, draft.match.from() - 5); i < draft.match.from(); i++) {
            if (sentence.unit(i).lemma("replace") || sentence.unit(i).lemma("succeed")) {
                return true;
            }
        }
        return false;
    }

    private boolean leave(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        if (draft.from == null
                && draft.match.unit("person").filter(unit -> unit.word("who")).isPresent()) {
            draft.from = current(draft)
                    .or(() -> replaced(draft) ? employers.only(sentence, draft.person) : Optional.empty())
                    .orElse(null);
        } else if (draft.from == null) {
            draft.evidence.mark(Feature.GUESSED, current(draft).isEmpty());
            draft.from = current(draft)
                    .or(() -> employers.onlyLeft(sentence, draft.person))
                    .or(() -> firstParty)
                    .or(employers::subjectOfTitle)
                    .or(() -> employers.justBefore(sentence))
                    .orElse(null);
        }
        draft.to = draft.kind == Kind.LEAVE_OF_ABSENCE ? null : draft.to;
        if (draft.kind == Kind.LEAVE && draft.from != null && stays(draft)) {
            draft.kind = Kind.ROLE_CHANGE;
            draft.to = draft.from;
            draft.role = roles.newRole(draft.match).orElse(null);
            return true;
        }
        draft.role = known.role(draft.person, draft.from).orElse(draft.role);
        boolean seatAlone = chair(draft.role) && !EXECUTIVE.matcher(draft.role).find();
        if (draft.kind == Kind.LEAVE
                && (seatAlone || chair(roles.inFrame(draft.match).orElse(null)))) {
            draft.kind = Kind.BOARD;
            draft.leavingBoard = true;
        }
        return draft.from != null;
    }
}
