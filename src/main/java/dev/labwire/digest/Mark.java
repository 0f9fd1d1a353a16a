package dev.labwire.digest;

import java.util.Locale;

/** Why an event stands in an edition. */
enum Mark {
    /** It was not told of before. */
    NEW,
    /** It was told of as a rumour or a report, and is a fact now. */
    CONFIRMED,
    /** A party to it contradicts. */
    DENIED,
    /** Something that was told of it before was wrong. */
    CORRECTED,
    /** Nobody tells of it any more. */
    WITHDRAWN;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mark of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
