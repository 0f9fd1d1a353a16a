package dev.labwire.timeline;

/** What an event was made of before: enough to find its place among what there is now. */
record OldTelling(long event, long mention, long article, String quote) {}
