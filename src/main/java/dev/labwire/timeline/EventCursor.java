package dev.labwire.timeline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of events ends: the sort key of its last one. */
record EventCursor(LocalDate sortDay, Instant firstSeenAt, String publicId) {

    String text() {
        String key = sortDay + "|" + firstSeenAt + "|" + publicId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor a client gave back, or null with a complaint when it is none of ours. */
    static @Nullable EventCursor of(Parameters given) {
        String text = given.one("cursor");
        if (text == null) {
            return null;
        }
        try {
            String[] key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (key.length == 3) {
                return new EventCursor(LocalDate.parse(key[0]), Instant.parse(key[1]), key[2]);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // told below, as a cursor of too few parts is
        }
        given.wrong("cursor", "is not a cursor of this list");
        return null;
    }
}
