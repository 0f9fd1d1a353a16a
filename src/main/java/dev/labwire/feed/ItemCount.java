package dev.labwire.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many entries of a feed are known, and how new they are. */
record ItemCount(long feedId, long items, @Nullable Instant newestPublishedAt, Instant newestSeenAt) {}
