package dev.labwire.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names a place in the order of changes. */
final class ChangeCursor {

    private static final String MARK = "changes|";

    private ChangeCursor() {}

    static String text(long number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + number).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The number of the change that a cursor names; 0 before the first.
     *
     * @throws IllegalArgumentException when it is no cursor of changes
     */
    static long number(String cursor) {
        if (cursor.equals("0")) {
            return 0;
        }
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!text.startsWith(MARK)) {
            throw new IllegalArgumentException("not a cursor of changes");
        }
        long number = Long.parseLong(text.substring(MARK.length()));
        if (number < 0) {
            throw new IllegalArgumentException("not a cursor of changes");
        }
        return number;
    }
}
