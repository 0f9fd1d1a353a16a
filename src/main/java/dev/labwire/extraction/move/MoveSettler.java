package dev.labwire.extraction.move;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.FrameMatch;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.extraction.move.Affiliations.Affiliation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settles kind and ends of a move from its frame, the document and each other. */
final class MoveSettler {

    private static final Pattern CHAIR =
            Pattern.compile("\\b(?:chair(?:man|woman|person)?|board)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXECUTIVE =
            Pattern.compile("\\b(?:CEO|chief|president|executive|founder|head)\\b", Pattern.CASE_INSENSITIVE);

    private final Lexicon lexicon;
    private final Affiliations known;
    private final Employers employers;
    private final MoverRoles roles;
    private final Optional<Reference> firstParty;

    MoveSettler(
            Lexicon lexicon,
            Affiliations known,
            Employers employers,
            MoverRoles roles,
            Optional<Reference> firstParty) {
        this.lexicon = lexicon;
        this.known = known;
        this.employers = employers;
        this.roles = roles;
        this.firstParty = firstParty;
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
        if (draft.role == null) {
            draft.role = words(draft).contains("co-found") ? "co-founder" : "founder";
        }
        return draft.to != null || draft.from != null;
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

    private static boolean chair(@Nullable String role) {
        return role != null && CHAIR.matcher(role).find();
    }

    private boolean join(MoveDraft draft) {
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

    private boolean appointment(MoveDraft draft) {
        if (draft.to == null) {
            return roleChange(draft);
        }
        if (chair(draft.role)) {
            draft.kind = Kind.BOARD;
            return true;
        }
        if (inside(draft, draft.to)
                || words(draft).contains("promot")
                || words(draft).contains("elevat")) {
            draft.kind = Kind.ROLE_CHANGE;
            draft.from = draft.to;
            return true;
        }
        draft.kind = Kind.JOIN;
        return join(draft);
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
                .or(() -> employers.onlyBefore(sentence, draft.person))
                .or(employers::subjectOfTitle)
                .or(() -> employers.justBefore(sentence));
        if (organization.isEmpty() || draft.role == null) {
            return false;
        }
        draft.kind = chair(draft.role) ? Kind.BOARD : former(draft.person) ? Kind.JOIN : Kind.ROLE_CHANGE;
        draft.to = organization.get();
        draft.from = draft.kind == Kind.ROLE_CHANGE ? organization.get() : null;
        draft.certainty -= current.isPresent() ? 0 : 0.06;
        return true;
    }

    private Optional<Reference> current(MoveDraft draft) {
        return known.current(draft.person).map(Organization::reference);
    }

    /** Whether the document tells of former jobs of a person alone. */
    private boolean former(String person) {
        List<Affiliation> told = known.of(person);
        return !told.isEmpty()
                && told.stream().noneMatch(affiliation -> affiliation.time().equals("current"));
    }

    private boolean leave(MoveDraft draft) {
        AnnotatedSentence sentence = draft.match.sentence();
        if (draft.from == null) {
            draft.from = current(draft)
                    .or(() -> employers.only(sentence, draft.person))
                    .or(() -> firstParty)
                    .or(employers::subjectOfTitle)
                    .or(() -> employers.justBefore(sentence))
                    .orElse(null);
        }
        draft.to = draft.kind == Kind.LEAVE_OF_ABSENCE ? null : draft.to;
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
