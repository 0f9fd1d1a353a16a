package dev.labwire.feed.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * How a listing page is read.
 *
 * @param item CSS selector of one entry
 * @param title CSS selector of the title inside the entry
 * @param date CSS selector of the date inside the entry
 */
public record Selectors(
        String item, @Nullable String title, @Nullable String date) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static @Nullable Selectors fromJson(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, Selectors.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("unreadable selectors in the database: " + json, impossible);
        }
    }
}
