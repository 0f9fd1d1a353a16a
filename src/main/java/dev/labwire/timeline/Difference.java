package dev.labwire.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would become of the events if something were read or decided otherwise. */
record Difference(List<Entry> added, List<Entry> lost, List<Entry> changed) {

    static final Difference NONE = new Difference(List.of(), List.of(), List.of());

    /**
     * One event.
     *
     * @param id of the event that there is; null of one that is new
     * @param before its headline so far
     * @param after its headline then; null of one that is lost
     */
    record Entry(
            @Nullable String id,
            @Nullable String before,
            @Nullable String after) {}

    Difference {
        added = List.copyOf(added);
        lost = List.copyOf(lost);
        changed = List.copyOf(changed);
    }

    Difference plus(Difference other) {
        return new Difference(both(added, other.added), both(lost, other.lost), both(changed, other.changed));
    }

    private static List<Entry> both(List<Entry> some, List<Entry> more) {
        List<Entry> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
