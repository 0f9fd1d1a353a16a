package dev.labwire.digest;

import dev.labwire.timeline.WeekFigures;
import java.time.LocalDate;
import java.util.List;

/**
 * What an edition says, before it is put into words.
 *
 * @param entries what is shown, corrections first and then in the order of their rank
 * @param more how many more there were to show
 * @param older how many happenings of long ago came onto the timeline
 */
record Draft(LocalDate date, long after, long upTo, List<Entry> entries, int more, int older, WeekFigures week) {

    Draft {
        entries = List.copyOf(entries);
    }

    /** True when there is nothing to tell. */
    boolean quiet() {
        return entries.isEmpty() && older == 0;
    }
}
