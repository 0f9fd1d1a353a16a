package dev.labwire.article;

import org.jspecify.annotations.Nullable;

/**
 * What would become of an entry of a feed.
 *
 * @param article as it would be read; it has no ids
 * @param textFrom where its text comes from: {@code page}, {@code feed}, or {@code summary} where neither has it whole
 * @param note why its page could not be read; null where it was, or need not be
 */
public record PreviewedArticle(
        ReadableArticle article, String textFrom, @Nullable String note) {}
