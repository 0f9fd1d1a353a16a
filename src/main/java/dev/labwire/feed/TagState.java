package dev.labwire.feed;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tag and the feeds that carry it.
 *
 * @param feeds how many there are
 * @param paused how many of them are paused
 * @param failing how many of them failed when they were last polled
 */
@Schema(name = "FeedTag")
record TagState(String tag, int feeds, int paused, int failing) {}
