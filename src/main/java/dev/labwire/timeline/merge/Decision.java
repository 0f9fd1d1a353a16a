package dev.labwire.timeline.merge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What an admin decided of an event. It holds on to tellings, not to rows or ids of events, and so has a say in every
 * making of the timeline.
 *
 * @param id names it in the history of the event
 * @param event the tellings of the event when it was decided on
 * @param others of a merger, the tellings of the event that is no event of its own; of a split, those that are about
 *     something else
 * @param neighbours the other blocks that the articles of these tellings told of then
 * @param correction of a correction, what it makes of the event; else nothing
 */
public record Decision(
        String id,
        Kind kind,
        Instant madeAt,
        List<TellingKey> event,
        List<TellingKey> others,
        Set<String> neighbours,
        Correction correction) {

    /** In the order in which they were made. */
    static final Comparator<Decision> IN_ORDER =
            Comparator.comparing(Decision::madeAt).thenComparing(Decision::id);

    /** What can be decided. */
    public enum Kind {
        CORRECT,
        MERGE,
        SPLIT,
        HIDE,
        CONFIRM
    }

    /** What a correction makes of an event. */
    @FunctionalInterface
    public interface Correction {

        /** A correction that corrects nothing. */
        Correction NONE = happening -> happening;

        Happening of(Happening happening);
    }

    public Decision {
        event = List.copyOf(event);
        others = List.copyOf(others);
        neighbours = Set.copyOf(neighbours);
    }

    /** How well these tellings are the ones that keys of this decision name: 0 for not at all. */
    int likeness(List<TellingKey> keys, List<Telling> tellings) {
        return keys.stream()
                .mapToInt(key -> tellings.stream()
                        .mapToInt(telling -> key.likeness(telling, neighbours))
                        .max()
                        .orElse(0))
                .sum();
    }
}
