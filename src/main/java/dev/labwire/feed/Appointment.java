package dev.labwire.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is polled next.
 *
 * @param reason why then, for a person
 * @param alarm what is odd about the publisher's wishes, for a person; null where nothing is
 */
record Appointment(Instant at, String reason, @Nullable String alarm) {}
