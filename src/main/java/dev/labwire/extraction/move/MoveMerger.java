package dev.labwire.extraction.move;

import dev.labwire.extraction.Document;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.extraction.frame.AnnotatedSentence;
import dev.labwire.extraction.frame.Unit;
import dev.labwire.extraction.frame.Unit.Type;
import dev.labwire.extraction.language.Zone;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the tellings of one document together: one draft for each move, with what any of its sentences adds. */
final class MoveMerger {

    private final Document document;
    private final List<AnnotatedSentence> sentences;
    private final Lexicon lexicon;

    MoveMerger(Document document, List<AnnotatedSentence> sentences, Lexicon lexicon) {
        this.document = document;
        this.sentences = sentences;
        this.lexicon = lexicon;
    }

    List<MoveDraft> merge(List<MoveDraft> drafts) {
        List<MoveDraft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparingDouble((MoveDraft draft) -> -draft.newsworthy)
                .thenComparing(draft -> draft.match.slots().containsKey("to") ? 0 : 1)
                .thenComparing(draft -> -draft.certainty)
                .thenComparing(MoveDraft::sentence));
        List<MoveDraft> merged = new ArrayList<>();
        for (MoveDraft draft : sorted) {
            merged.stream()
                    .filter(kept -> same(kept, draft))
                    .findFirst()
                    .ifPresentOrElse(kept -> enrich(kept, draft), () -> merged.add(draft));
        }
        absorbLeaves(merged);
        merged.forEach(this::finish);
        merged.sort(Comparator.comparingInt(MoveDraft::sentence).thenComparing(draft -> draft.person));
        return merged;
    }

    private boolean same(MoveDraft kept, MoveDraft draft) {
        if (!kept.person.equals(draft.person)
                || (kept.kind == Kind.BOARD) != (draft.kind == Kind.BOARD)
                || (kept.kind == Kind.LEAVE_OF_ABSENCE) != (draft.kind == Kind.LEAVE_OF_ABSENCE)
                || kept.leaving() != draft.leaving()) {
            return false;
        }
        boolean apart = Circumstance.apart(kept.occurredOn, draft.occurredOn);
        if (apart && (kept.newsworthy >= 0) != (draft.newsworthy >= 0)) {
            return false;
        }
        if (kept.leaving()) {
            return kin(kept.from, draft.from);
        }
        return kin(kept.to, draft.to);
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
        kept.certainty = Math.min(0.99, 1 - (1 - kept.certainty) * (1 - 0.6 * other.certainty));
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
                    .filter(other -> !Circumstance.apart(other.occurredOn, leave.occurredOn))
                    .findFirst()
                    .ifPresent(join -> {
                        join.from = leave.from;
                        merged.remove(leave);
                    });
        }
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
        reportsTo(draft);
        if (draft.newsworthy >= 0 && draft.occurredOn == null && document.publishedOn() != null) {
            draft.occurredOn = OccurredOn.by(document.publishedOn());
        }
        if (draft.status == Status.REPORTED && confirmedElsewhere(draft)) {
            draft.status = Status.CONFIRMED;
        }
        if (draft.status == Status.CONFIRMED
                && draft.match.sentence().sentence().zone() == Zone.TITLE
                && reportedInLead(draft)) {
            draft.status = Status.REPORTED;
        }
    }

    /** Who the mover answers to, said in the sentence of the move or within the three that follow. */
    private void reportsTo(MoveDraft draft) {
        int first = draft.match.sentence().sentence().inTitle() ? 0 : draft.sentence();
        for (int i = first; i < sentences.size() && i <= first + 4; i++) {
            AnnotatedSentence sentence = sentences.get(i);
            for (int u = 0; u + 1 < sentence.size(); u++) {
                int behind = boss(sentence, u);
                if (behind > 0) {
                    for (int p = behind; p < Math.min(behind + 6, sentence.size()); p++) {
                        Unit unit = sentence.unit(p);
                        if (unit.is(Type.PERSON) && !unit.valueAs(String.class).equals(draft.person)) {
                            String name = unit.valueAs(String.class);
                            draft.reportsTo = new Reference(Slug.of(name), name);
                            return;
                        }
                        boolean behindTitle =
                                unit.word(",") && sentence.unit(p - 1).is(Type.ROLE);
                        if (unit.is(Type.SIGN) && !unit.word("-") && !unit.word("'s") && !behindTitle) {
                            break;
                        }
                    }
                }
            }
        }
    }

    private static int boss(AnnotatedSentence sentence, int u) {
        Unit unit = sentence.unit(u);
        Unit next = sentence.unit(u + 1);
        boolean reports = (unit.norm().startsWith("report") || unit.norm().startsWith("answer")) && next.word("to");
        boolean working = unit.norm().startsWith("work") && (next.word("under") || next.word("for"));
        boolean led = (unit.word("led") || unit.word("headed") || unit.word("run")) && next.word("by");
        boolean led2 = led
                && u > 0
                && Set.of("team", "group", "unit", "organization", "organisation", "division")
                        .contains(sentence.unit(u - 1).norm());
        if (led2) {
            return u + 2;
        }
        boolean under = unit.word("under") && (next.is(Type.PERSON) || next.is(Type.ROLE));
        return reports || working ? u + 2 : under ? u + 1 : -1;
    }

    private boolean confirmedElsewhere(MoveDraft draft) {
        return sentences.stream()
                .filter(sentence -> !sentence.sentence().inTitle())
                .map(sentence -> sentence.sentence().quote().toLowerCase(java.util.Locale.ROOT))
                .anyMatch(text -> text.contains("confirmed")
                                && (text.contains("spokes")
                                        || text.contains("company")
                                        || text.contains("confirmed the")
                                        || text.contains("confirmed that"))
                        || text.contains("announced on")
                        || text.contains("in a post on"));
    }

    private boolean reportedInLead(MoveDraft draft) {
        return sentences.stream()
                        .filter(sentence -> sentence.sentence().zone() == Zone.LEAD)
                        .map(sentence -> sentence.sentence().quote().toLowerCase(java.util.Locale.ROOT))
                        .anyMatch(text -> text.matches(
                                        "(?s).*\\b(?:people familiar|sources|reported|report said|citing|reportedly)\\b.*")
                                && text.chars().noneMatch(c -> c == '"'))
                && !confirmedElsewhere(draft);
    }

    /** Comparisons of dates. */
    private static final class Circumstance {

        static boolean apart(@Nullable OccurredOn one, @Nullable OccurredOn other) {
            if (one == null || other == null) {
                return false;
            }
            return one.firstDay().minusDays(45).isAfter(other.lastDay())
                    || other.firstDay().minusDays(45).isAfter(one.lastDay());
        }
    }
}
