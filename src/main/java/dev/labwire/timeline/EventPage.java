package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.labwire.timeline.event.TimelineEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of events.
 *
 * @param next cursor of the page that follows; null on the last one
 * @param changes cursor for {@code changedSince}: gives what changed after this page was read
 * @param facets by name of a filter, the values that events have and how many of all that pass the filters have each; only
 *     where facets are asked for
 */
public record EventPage(
        List<TimelineEvent> items,
        @Nullable String next,
        @Nullable String changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<FacetCount>> facets) {

    /**
     * One value of a facet.
     *
     * @param value as the filter takes it
     * @param name of an organisation, a person or a model; of other facets the value
     */
    public record FacetCount(String value, String name, long count) {}

    public EventPage {
        items = List.copyOf(items);
    }
}
