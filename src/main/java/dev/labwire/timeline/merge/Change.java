package dev.labwire.timeline.merge;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in what was believed of an event.
 *
 * @param at when the timeline took it in
 * @param source URL of the article that brought it
 */
public record Change(Instant at, Status status, @Nullable OccurredOn occurredOn, String source) {}
