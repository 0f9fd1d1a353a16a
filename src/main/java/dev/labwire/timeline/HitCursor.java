package dev.labwire.timeline;

import dev.labwire.timeline.search.TextIndex;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of answers to a question in words ends: score, day and id of its last one. */
final class HitCursor {

    private static final int PARTS = 4;

    private HitCursor() {}

    static @Nullable String text(TextIndex.@Nullable Hit hit) {
        if (hit == null) {
            return null;
        }
        String key = "hit|" + Float.floatToIntBits(hit.score()) + "|" + hit.day() + "|" + hit.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The answer that a cursor names; null for none.
     *
     * @throws IllegalArgumentException when it is no cursor of answers
     */
    static TextIndex.@Nullable Hit of(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
        if (key.length != PARTS || !key[0].equals("hit")) {
            throw new IllegalArgumentException("not a cursor of answers");
        }
        return new TextIndex.Hit(key[3], Float.intBitsToFloat(Integer.parseInt(key[1])), Long.parseLong(key[2]));
    }
}
