package dev.labwire.feed.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * How a listing page, or a list in JSON, is read.
 *
 * <p>On a page each is a CSS selector, with {@code @attribute} behind it where not the words of the element are meant but an
 * attribute; {@code @url} alone is the address of the entry. In JSON each is a path of names parted by dots, or a text with such
 * paths in braces. Several ways, tried in their order, are parted by {@code ||}.
 *
 * @param item one entry; in JSON the list
 * @param title inside the entry; the text of the link unless given
 * @param date inside the entry
 * @param link inside the entry; its first link unless given
 * @param summary inside the entry
 * @param titlePattern a regular expression (RE2) for the part of the title that counts: its first group, or all of it
 * @param datePattern the same for the date
 * @param dateFormat how the date is written, as {@link java.time.format.DateTimeFormatter} has it; the usual ways unless given
 * @param next the link to the next page
 * @param pages how many pages are read, 1 to 5; 1 unless given
 * @param script selector of the script that holds the JSON, where it is part of a page
 * @param json whether this is for JSON
 */
public record Selectors(
        String item,
        @Nullable String title,
        @Nullable String date,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String link,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String summary,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String titlePattern,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String datePattern,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dateFormat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer pages,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String script,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean json) {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, false);

    /** For a page, read in the simplest way. */
    public Selectors(String item, @Nullable String title, @Nullable String date) {
        this(item, title, date, null, null, null, null, null, null, null, null, false);
    }

    /** As it is kept in the database. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As it was kept; null stays null. */
    public static @Nullable Selectors fromJson(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, Selectors.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("unreadable selectors in the database: " + json, impossible);
        }
    }
}
