package dev.labwire.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article's page as read.
 *
 * @param text the main text; empty when there is none
 * @param title what the page calls itself
 * @param paywalled whether the text is but the beginning of one that is sold
 */
record Page(
        String text,
        @Nullable String title,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant publishedAt,
        boolean paywalled) {}
