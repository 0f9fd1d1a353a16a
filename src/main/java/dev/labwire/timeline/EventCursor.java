package dev.labwire.timeline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of events ends: the sort key of its last one. */
record EventCursor(LocalDate sortDay, Instant firstSeenAt, String publicId) {

    private static final int PARTS = 3;

    String text() {
        String key = sortDay + "|" + firstSeenAt + "|" + publicId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a cursor names; null for none.
     *
     * @throws IllegalArgumentException when it is no cursor of a list by time
     */
    static @Nullable EventCursor of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
        if (key.length != PARTS) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        try {
            return new EventCursor(LocalDate.parse(key[0]), Instant.parse(key[1]), key[2]);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
