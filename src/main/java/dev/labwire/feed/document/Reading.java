package dev.labwire.feed.document;

import java.util.List;

/** What came of reading a body. */
public sealed interface Reading {

    /** The longest document that is taken entry by entry; what stands beyond is the oldest. */
    int MOST_ENTRIES = 20_000;

    /**
     * The body was understood.
     *
     * @param oddities what is not as its owner expects, for a person
     */
    record Entries(FeedInfo about, List<Entry> entries, List<String> oddities) implements Reading {
        public Entries {
            oddities = List.copyOf(oddities);
            entries = List.copyOf(entries.size() > MOST_ENTRIES ? entries.subList(0, MOST_ENTRIES) : entries);
        }

        Entries(FeedInfo about, List<Entry> entries) {
            this(about, entries, List.of());
        }
    }

    /** The body is not what was expected; the reason is for a person. */
    record Unreadable(String reason) implements Reading {}
}
