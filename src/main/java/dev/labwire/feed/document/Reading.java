package dev.labwire.feed.document;

import java.util.List;

/** What came of reading a body. */
public sealed interface Reading {

    /** The longest document that is taken entry by entry; what stands beyond is the oldest. */
    int MOST_ENTRIES = 20_000;

    /** The body was understood. */
    record Entries(FeedInfo about, List<Entry> entries) implements Reading {
        public Entries {
            entries = List.copyOf(entries.size() > MOST_ENTRIES ? entries.subList(0, MOST_ENTRIES) : entries);
        }
    }

    /** The body is not what was expected; the reason is for a person. */
    record Unreadable(String reason) implements Reading {}
}
