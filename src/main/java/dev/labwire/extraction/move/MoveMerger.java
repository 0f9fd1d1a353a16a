package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the tellings of one document together: one draft for each move, with what any of its sentences adds. */
final class MoveMerger {

    private final Document document;
    private final Lexicon lexicon;
    private final Superiors superiors;
    private final Statements statements;
    private final Confirmation confirmation;

    MoveMerger(Document document, List<AnnotatedSentence> sentences, Lexicon lexicon) {
        this.document = document;
        this.lexicon = lexicon;
        this.superiors = new Superiors(sentences, lexicon.words());
        this.statements = new Statements(sentences, lexicon.words());
        this.confirmation = new Confirmation(sentences);
    }

    List<MoveDraft> merge(List<MoveDraft> drafts) {
        List<MoveDraft> sorted = new ArrayList<>(drafts);
        sorted.stream().filter(draft -> draft.match.frame().along()).forEach(draft -> goAlong(draft, drafts));
        sorted.sort(Comparator.comparingDouble((MoveDraft draft) -> -draft.newsworthy)
                .thenComparing(draft -> draft.match.slots().containsKey("to") ? 0 : 1)
                .thenComparing(draft -> -draft.match.frame().weight())
                .thenComparing(MoveDraft::sentence));
        List<MoveDraft> merged = new ArrayList<>();
        for (MoveDraft draft : sorted) {
            merged.stream()
                    .filter(kept -> same(kept, draft))
                    .findFirst()
                    .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
        }
        absorbLeaves(merged);
        merged.forEach(draft -> fillFromDetour(draft, merged));
        merged.removeIf(MoveMerger::unfinished);
        merged.forEach(this::finish);
        merged.sort(Comparator.comparingInt(MoveDraft::sentence).thenComparing(draft -> draft.person));
        return merged;
    }

    /** "With him goes B": the same way as the last move told before. */
    private static void goAlong(MoveDraft draft, List<MoveDraft> drafts) {
        drafts.stream()
                .filter(other -> other != draft && other.to != null && !other.person.equals(draft.person))
                .filter(other -> other.sentence() <= draft.sentence())
                .max(Comparator.comparingInt(MoveDraft::sentence).thenComparing(other -> other.newsworthy))
                .ifPresent(other -> {
                    draft.to = draft.to == null ? other.to : draft.to;
                    draft.from = draft.from == null ? other.from : draft.from;
                    draft.newsworthy = Math.max(draft.newsworthy, other.newsworthy);
                });
    }

    private boolean same(MoveDraft kept, MoveDraft draft) {
        if (!kept.person.equals(draft.person)
                || (kept.kind == Kind.BOARD) != (draft.kind == Kind.BOARD)
                || (kept.kind == Kind.LEAVE_OF_ABSENCE) != (draft.kind == Kind.LEAVE_OF_ABSENCE)
                || kept.leaving() != draft.leaving()) {
            return false;
        }
        boolean apart = apart(kept.occurredOn, draft.occurredOn);
        if (apart && (kept.newsworthy >= 0) != (draft.newsworthy >= 0)) {
            return false;
        }
        if (kept.leaving()) {
            return kin(kept.from, draft.from);
        }
        return kin(kept.to, draft.to);
    }

    private static boolean apart(@Nullable OccurredOn one, @Nullable OccurredOn other) {
        return one != null && other != null && one.farFrom(other);
    }

    private boolean kin(@Nullable Reference one, @Nullable Reference other) {
        return one == null || other == null || lexicon.kin(one.id(), other.id());
    }

    private void enrich(MoveDraft kept, MoveDraft other) {
        kept.from = kept.from == null ? other.from : kept.from;
        kept.to = kept.to == null ? other.to : kept.to;
        kept.role =
                kept.role == null || kept.role.equals("board member") && other.role != null ? other.role : kept.role;
        kept.team = kept.team == null ? other.team : kept.team;
        if (kept.occurredOn == null && !(other.newsworthy < 0 && kept.newsworthy >= 0)) {
            kept.occurredOn = other.occurredOn;
        }
        boolean firmer = kept.status != Status.DENIED
                && other.status.compareTo(kept.status) > 0
                && other.status != Status.DENIED
                && other.newsworthy >= 0;
        kept.status = firmer && kept.match.sentence().sentence().zone() == Zone.TITLE ? other.status : kept.status;
        if (kept.kind == Kind.JOIN
                && (other.kind == Kind.RETURN
                        || other.kind == Kind.ROLE_CHANGE && other.newsworthy > kept.newsworthy)) {
            kept.kind = other.kind;
        }
        if (kept.kind == Kind.ROLE_CHANGE && other.kind == Kind.RETURN) {
            kept.kind = Kind.RETURN;
        }
        kept.evidence.support();
    }

    /** Leaving A and joining or founding B, both told as news: one move. */
    private void absorbLeaves(List<MoveDraft> merged) {
        for (MoveDraft leave : List.copyOf(merged)) {
            if (leave.kind != Kind.LEAVE || leave.newsworthy < -1.5) {
                continue;
            }
            merged.stream()
                    .filter(other -> other != leave && other.person.equals(leave.person) && other.newsworthy >= 0)
                    .filter(other -> other.kind == Kind.JOIN || other.kind == Kind.FOUND || other.kind == Kind.RETURN)
                    .filter(other ->
                            other.from == null || leave.from != null && lexicon.kin(other.from.id(), leave.from.id()))
                    .filter(other ->
                            other.to == null || leave.from == null || !lexicon.kin(other.to.id(), leave.from.id()))
                    .filter(other -> !apart(other.occurredOn, leave.occurredOn))
                    .findFirst()
                    .ifPresent(join -> {
                        join.from = leave.from;
                        merged.remove(leave);
                    });
        }
    }

    /** A join without a place to go to, a founding of nothing by nobody's people. */
    private static boolean unfinished(MoveDraft draft) {
        return draft.to == null
                && (draft.kind == Kind.JOIN
                        || draft.kind == Kind.RETURN
                        || draft.kind == Kind.FOUND && draft.from == null);
    }

    /** Back at A from B, where the document recalls that the same person left A for B. */
    private void fillFromDetour(MoveDraft draft, List<MoveDraft> merged) {
        if (draft.kind != Kind.RETURN || draft.from != null || draft.to == null) {
            return;
        }
        merged.stream()
                .filter(other -> other != draft && other.person.equals(draft.person))
                .filter(other -> other.kind == Kind.JOIN || other.kind == Kind.FOUND)
                .filter(other -> other.from != null && lexicon.kin(other.from.id(), draft.to.id()))
                .map(other -> other.to)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(detour -> draft.from = detour);
    }

    private void finish(MoveDraft draft) {
        if (draft.kind == Kind.ROLE_CHANGE || draft.kind == Kind.BOARD) {
            draft.from = draft.kind == Kind.ROLE_CHANGE ? draft.to : draft.leaving() ? draft.from : null;
            draft.to = draft.kind == Kind.BOARD && draft.leaving() ? null : draft.to;
        }
        if (draft.kind == Kind.LEAVE || draft.kind == Kind.LEAVE_OF_ABSENCE) {
            draft.to = null;
        }
        if (draft.from != null
                && draft.to != null
                && draft.kind != Kind.ROLE_CHANGE
                && lexicon.kin(draft.from.id(), draft.to.id())) {
            draft.from = null;
        }
        draft.reportsTo = superiors.of(draft).orElse(null);
        boolean recalled = !lexicon.words().english() && draft.newsworthy < 0;
        draft.statement = recalled ? null : statements.of(draft).orElse(null);
        draft.team = recalled ? null : draft.team;
        if (draft.newsworthy >= 0 && draft.occurredOn == null && document.publishedOn() != null) {
            draft.occurredOn = OccurredOn.by(document.publishedOn());
        }
        draft.status = status(draft);
    }

    private Status status(MoveDraft draft) {
        Status status = draft.status == Status.REPORTED && confirmation.given() ? Status.CONFIRMED : draft.status;
        boolean inTitle = draft.match.sentence().sentence().zone() == Zone.TITLE;
        return status == Status.CONFIRMED && inTitle && confirmation.missing() ? Status.REPORTED : status;
    }
}
