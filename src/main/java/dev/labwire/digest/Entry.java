package dev.labwire.digest;

import dev.labwire.timeline.event.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event in an edition.
 *
 * @param number of the change of the timeline whose state is shown
 * @param event that state; of what is withdrawn, the last before
 * @param before what the subscriber was told; null of what is new to them
 * @param correction whether it corrects what they were told
 */
record Entry(long number, TimelineEvent event, @Nullable TimelineEvent before, Mark mark, boolean correction) {}
