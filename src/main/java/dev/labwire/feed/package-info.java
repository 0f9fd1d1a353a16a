/**
 * What is polled and what came of it: the list of feeds (feeds.yaml reconciled into the database), the schedule, the
 * polling, the reading of every kind of feed and of listing pages, the poll log, and each feed's entries with their
 * identity over time. Whoever turns entries into articles uses {@link dev.labwire.feed.FeedItems}.
 */
@NullMarked
package dev.labwire.feed;

import org.jspecify.annotations.NullMarked;
