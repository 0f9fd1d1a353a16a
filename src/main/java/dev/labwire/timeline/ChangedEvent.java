package dev.labwire.timeline;

import dev.labwire.timeline.event.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that changed in a {@link ChangeWindow}.
 *
 * @param number of its last change in the window
 * @param before as it was when the window opened; null when it was not on the timeline
 * @param now as it was when the window closed; null when it was not on the timeline any more
 * @param passedBefore whether it passed the filter before
 * @param passesNow whether it passes the filter now
 * @param mergedInto id of the event that it went into
 */
public record ChangedEvent(
        String id,
        long number,
        @Nullable TimelineEvent before,
        @Nullable TimelineEvent now,
        boolean passedBefore,
        boolean passesNow,
        @Nullable String mergedInto) {}
