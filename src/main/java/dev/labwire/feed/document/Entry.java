package dev.labwire.feed.document;

import dev.labwire.text.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry as read from a feed or a listing page. What is longer than any honest feed makes it is cut.
 *
 * @param guid the id that the publisher gave
 * @param link the absolute address of the page
 * @param title plain text
 * @param summary HTML, its links absolute
 * @param content HTML, its links absolute
 * @param author one name, or several with commas between them
 * @param publishedAt when it appeared; the time of its last change where the feed tells only that
 * @param updatedAt when it was changed last
 * @param comments the address of a page with comments
 * @param categories as the publisher names them
 * @param enclosures addresses of sounds, films and pictures that belong to it
 */
public record Entry(
        @Nullable String guid,
        @Nullable String link,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable String comments,
        List<String> categories,
        List<String> enclosures) {

    private static final int LONGEST_BODY = 1_000_000;
    private static final int LONGEST_HEADING = 100;
    private static final int MOST_OF_A_KIND = 100;

    public Entry {
        guid = trimmed(guid, 2000);
        link = link == null || link.length() > 2000 ? null : link;
        title = trimmed(title, 2000);
        summary = trimmed(summary, LONGEST_BODY);
        content = trimmed(content, 4 * LONGEST_BODY);
        author = trimmed(author, 500);
        language = language == null ? null : trimmed(language.replace('_', '-'), 20);
        categories = categories.stream().limit(MOST_OF_A_KIND).toList();
        enclosures = enclosures.stream().limit(MOST_OF_A_KIND).toList();
    }

    /** Nothing by which it could ever be told from another. */
    boolean isEmpty() {
        return guid == null && link == null && title == null && summary == null && content == null;
    }

    /** What to call it where it must be called something: its title, the beginning of its text, or its address. */
    public @Nullable String heading() {
        if (title != null) {
            return title;
        }
        String text = Stream.of(summary, content)
                .filter(Objects::nonNull)
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(null);
        if (text == null) {
            return link;
        }
        return text.codePointCount(0, text.length()) <= LONGEST_HEADING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_HEADING)).strip() + "…";
    }

    static @Nullable String trimmed(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = CleanText.of(text).strip();
        if (stripped.length() <= longest) {
            return stripped.isEmpty() ? null : stripped;
        }
        boolean splitsPair = Character.isHighSurrogate(stripped.charAt(longest - 1));
        return stripped.substring(0, splitsPair ? longest - 1 : longest);
    }
}
