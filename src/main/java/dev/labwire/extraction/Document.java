package dev.labwire.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the engine reads.
 *
 * @param title plain text
 * @param text plain text; paragraphs and list items stand on lines of their own
 * @param publishedOn the day in UTC, anchor of relative dates
 * @param author the byline, who "I" may be
 * @param organization name of the lab that writes this source itself, where one does
 * @param language a hint such as {@code en}; the text itself decides
 */
public record Document(
        @Nullable String url,
        String title,
        String text,
        @Nullable LocalDate publishedOn,
        @Nullable String author,
        @Nullable String organization,
        @Nullable String language) {

    /** The same document with that byline. */
    Document by(String name) {
        return new Document(url, title, text, publishedOn, name, organization, language);
    }

    /** The same document as written by that organisation itself. */
    Document writtenBy(String lab) {
        return new Document(url, title, text, publishedOn, author, lab, language);
    }
}
