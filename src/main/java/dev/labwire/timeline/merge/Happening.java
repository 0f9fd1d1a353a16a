package dev.labwire.timeline.merge;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event as its tellings have it, before it has an id.
 *
 * @param block whom or what it is about
 * @param history each step of what was believed of it, by publication
 * @param hidden true when an admin took it off the timeline
 * @param apart true when an admin said that it is an event of its own
 * @param aside those of the tellings that an admin added to the event
 * @param predecessor a telling of the departure that went before this arrival, where that is an event of its own
 * @param supersededBy a telling of what happened instead of what this rumour told
 * @param sortDay last day it can have happened, else the day of its first article
 * @param tellings primary ones first, then by publication
 */
public record Happening(
        String block,
        Kind kind,
        Status status,
        Salience salience,
        double confidence,
        String headline,
        @Nullable OccurredOn occurredOn,
        LocalDate sortDay,
        @Nullable Move move,
        @Nullable Release release,
        @Nullable Deal deal,
        Instant firstSeenAt,
        List<Telling> tellings,
        List<Change> history,
        boolean hidden,
        boolean apart,
        Set<Telling> aside,
        @Nullable Telling predecessor,
        @Nullable Telling supersededBy) {

    public Happening {
        tellings = List.copyOf(tellings);
        history = List.copyOf(history);
    }

    /** The telling that the event's id belongs to: of those that are its own, the first that was seen. */
    public Telling anchor() {
        return tellings.stream()
                .filter(telling -> !aside.contains(telling))
                .min(Telling.BY_FIRST_SIGHT)
                .orElseThrow();
    }

    /** The same with other contents, and a headline that says them. */
    public Happening telling(
            Kind newKind,
            Status newStatus,
            @Nullable OccurredOn newDate,
            @Nullable Move newMove,
            @Nullable Release newRelease,
            @Nullable Deal newDeal) {
        return new Happening(
                block,
                newKind,
                newStatus,
                salience,
                confidence,
                Headline.of(newKind, newStatus, newMove, newRelease, newDeal),
                newDate,
                newDate == null ? EventDate.firstArticle(tellings) : newDate.lastDay(),
                newMove,
                newRelease,
                newDeal,
                firstSeenAt,
                tellings,
                history,
                hidden,
                apart,
                aside,
                predecessor,
                supersededBy);
    }

    /** The same under another headline. */
    public Happening headed(String newHeadline) {
        return with(newHeadline, salience, confidence, history, hidden, predecessor, supersededBy);
    }

    Happening linked(@Nullable Telling departure, @Nullable Telling outcome) {
        return with(headline, salience, confidence, history, hidden, departure, outcome);
    }

    Happening hiddenAway() {
        return with(headline, salience, confidence, history, true, predecessor, supersededBy);
    }

    /** Sure, because an admin says so. */
    Happening confirmed(Decision decision) {
        Happening sure =
                telling(kind, Status.CONFIRMED, occurredOn, move, release, deal).decidedBy(decision);
        return sure.with(
                sure.headline, Salience.PRIMARY, Confidence.MOST, sure.history, hidden, predecessor, supersededBy);
    }

    /** What it says now is a step of its history that a decision made. */
    Happening decidedBy(Decision decision) {
        Change step = new Change(decision.madeAt(), status, occurredOn, "decision " + decision.id(), null);
        List<Change> steps = Stream.concat(history.stream(), Stream.of(step)).toList();
        return with(headline, salience, confidence, steps, hidden, predecessor, supersededBy);
    }

    private Happening with(
            String newHeadline,
            Salience newSalience,
            double newConfidence,
            List<Change> newHistory,
            boolean away,
            @Nullable Telling departure,
            @Nullable Telling outcome) {
        return new Happening(
                block,
                kind,
                status,
                newSalience,
                newConfidence,
                newHeadline,
                occurredOn,
                sortDay,
                move,
                release,
                deal,
                firstSeenAt,
                tellings,
                newHistory,
                away,
                apart,
                aside,
                departure,
                outcome);
    }
}
