package dev.labwire.timeline.event;

import dev.labwire.extraction.Status;
import java.time.Instant;

/**
 * One change of what the timeline believed of an event.
 *
 * @param at when; {@code asOf} that instant shows what was believed from then on
 * @param headline what was believed
 * @param cause URL of the article that brought it, {@code decision} and its id, {@code rebuild}, or empty when an article
 *     stopped telling of it
 */
public record Revision(Instant at, String headline, Status status, int sourceCount, String cause) {}
