package dev.labwire.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry as read from a feed or a listing page.
 *
 * @param guid the id that the publisher gave
 * @param link the absolute address of the page
 * @param title plain text
 * @param summary HTML or text, as published
 * @param content HTML or text, as published
 */
record Entry(
        @Nullable String guid,
        @Nullable String link,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant publishedAt) {

    private static final int LONGEST_BODY = 1_000_000;

    Entry {
        guid = trimmed(guid, 2000);
        link = link == null || link.length() > 2000 ? null : link;
        title = trimmed(title, 2000);
        summary = trimmed(summary, LONGEST_BODY);
        content = trimmed(content, 4 * LONGEST_BODY);
        author = trimmed(author, 500);
        language = trimmed(language, 20);
    }

    /** Nothing by which it could ever be told from another. */
    boolean isEmpty() {
        return guid == null && link == null && title == null && summary == null && content == null;
    }

    Entry published(@Nullable Instant instant) {
        return new Entry(guid, link, title, summary, content, author, language, instant);
    }

    static @Nullable String trimmed(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.length() <= longest ? stripped : stripped.substring(0, longest);
    }
}
