package dev.labwire.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of events.
 *
 * @param next cursor of the page that follows; null on the last one
 */
public record EventPage(List<TimelineEvent> items, @Nullable String next) {

    public EventPage {
        items = List.copyOf(items);
    }
}
