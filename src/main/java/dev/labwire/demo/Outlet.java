package dev.labwire.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source of the newsroom.
 *
 * @param format rss, atom, json or page
 * @param organization the lab that writes it itself, where one does
 * @param fullText whether its feed carries whole articles
 */
record Outlet(
        @JsonProperty("id") String id,
        @JsonProperty("title") String title,
        @JsonProperty("format") String format,
        @JsonProperty("organization") @Nullable String organization,
        @JsonProperty("language") String language,
        @JsonProperty("fullText") boolean fullText,
        @JsonProperty("tags") List<String> tags,
        @JsonProperty("articles") List<Story> articles) {

    Outlet {
        tags = List.copyOf(tags);
        articles = List.copyOf(articles);
    }

    /** One article; paragraphs are parted by blank lines. */
    record Story(
            @JsonProperty("slug") String slug,
            @JsonProperty("title") String title,
            @JsonProperty("published") Instant published,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("summary") String summary,
            @JsonProperty("text") String text) {}

    boolean page() {
        return format.equals("page");
    }
}
