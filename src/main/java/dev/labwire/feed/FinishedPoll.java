package dev.labwire.feed;

import java.time.Instant;

/**
 * A poll that is over and not stored yet.
 *
 * @param startedAt when its request began
 * @param millis how long it took, reading included
 */
record FinishedPoll(ClaimedFeed feed, Poll poll, Instant startedAt, long millis) {}
