package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.timeline.merge.TellingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is about, as it is stored.
 *
 * @param event the tellings of the event
 * @param others the tellings that are merged into it or split off
 * @param neighbours the other blocks that their articles tell of
 * @param otherEvents ids of the events that are merged into it
 * @param sources URLs of the articles that are split off
 * @param changes of a correction, a merge patch (RFC 7396) of the event
 */
record DecisionBody(
        List<TellingKey> event,
        List<TellingKey> others,
        List<String> neighbours,
        List<String> otherEvents,
        List<String> sources,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode changes) {

    DecisionBody {
        event = List.copyOf(event);
        others = List.copyOf(others);
        neighbours = List.copyOf(neighbours);
        otherEvents = List.copyOf(otherEvents);
        sources = List.copyOf(sources);
    }
}
