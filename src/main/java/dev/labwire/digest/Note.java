package dev.labwire.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short letter, for the templates.
 *
 * @param language as a tag
 * @param button what to press, and where it leads
 * @param after what is said below it
 */
public record Note(
        String language, String title, List<String> paragraphs, Bulletin.@Nullable Link button, List<String> after) {

    public Note {
        paragraphs = List.copyOf(paragraphs);
        after = List.copyOf(after);
    }
}
