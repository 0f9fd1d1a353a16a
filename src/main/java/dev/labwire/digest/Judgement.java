package dev.labwire.digest;

import dev.labwire.extraction.Status;
import dev.labwire.timeline.ChangedEvent;
import dev.labwire.timeline.event.TimelineEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the changes since the last edition is worth telling one subscriber. One more source of what they know is not; that
 * it is a fact now is, that it is denied is, and whatever makes wrong what they were told is a correction, whether it passes
 * their filter still or not.
 *
 * @param told by id of the event, what they were told of it last; of an event that others went into, what they were told of
 *     one of these
 */
record Judgement(Map<String, TimelineEvent> told) {

    Judgement {
        told = Map.copyOf(told);
    }

    /** What to tell of these changes, in their order. */
    List<Entry> entries(List<ChangedEvent> changes) {
        return changes.stream()
                .flatMap(change -> entry(change, told.get(change.id())).stream())
                .toList();
    }

    private static Optional<Entry> entry(ChangedEvent change, @Nullable TimelineEvent told) {
        if (change.now() == null) {
            return told != null && change.mergedInto() == null
                    ? Optional.of(new Entry(change.number(), told, told, Mark.WITHDRAWN, true))
                    : Optional.empty();
        }
        if (told != null) {
            return again(change, told, change.now());
        }
        return change.passesNow() ? first(change, change.now()) : Optional.empty();
    }

    /** An event that the subscriber knows. */
    private static Optional<Entry> again(ChangedEvent change, TimelineEvent before, TimelineEvent now) {
        if (before.status() != Status.DENIED && now.status() == Status.DENIED) {
            return Optional.of(new Entry(change.number(), now, before, Mark.DENIED, true));
        }
        boolean weaker = before.status() == Status.DENIED || now.status().compareTo(before.status()) < 0;
        if (before.status() != now.status() && weaker || Contradiction.between(before, now)) {
            return Optional.of(new Entry(change.number(), now, before, Mark.CORRECTED, true));
        }
        return before.status() != Status.CONFIRMED && now.status() == Status.CONFIRMED
                ? Optional.of(new Entry(change.number(), now, before, Mark.CONFIRMED, false))
                : Optional.empty();
    }

    /** An event that the subscriber was not told of; it may have been there before they were. */
    private static Optional<Entry> first(ChangedEvent change, TimelineEvent now) {
        TimelineEvent before = change.before();
        if (before == null || !change.passedBefore()) {
            return Optional.of(new Entry(change.number(), now, null, Mark.NEW, false));
        }
        if (before.status() == now.status()) {
            return Optional.empty();
        }
        return switch (now.status()) {
            case CONFIRMED -> Optional.of(new Entry(change.number(), now, null, Mark.CONFIRMED, false));
            case DENIED -> Optional.of(new Entry(change.number(), now, null, Mark.DENIED, false));
            default -> Optional.empty();
        };
    }
}
