package dev.labwire.timeline.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in what was said of an event, in the order in which it was published.
 *
 * @param at when the source was published, or first seen where it does not say; of a decision, when it was made
 * @param source URL of the article that brought it, or {@code decision} and its id
 * @param quote the sentence that tells it; none of a decision
 */
public record Change(
        Instant at,
        Status status,
        @Nullable OccurredOn occurredOn,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quote) {}
