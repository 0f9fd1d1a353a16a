package dev.labwire.feed;

import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a feed: the fields of feeds.yaml. It stands here for the description of the API; bodies are read
 * by {@link FeedRequest}, which reports all that is wrong at once.
 *
 * @param id a stable slug; made of the title or the address where it is left out
 * @param url an http or https address
 * @param type {@code feed}, unless it is {@code page}: a listing page, read with CSS selectors, or {@code json}: a list in JSON
 * @param organization who writes it, where that is a lab itself
 * @param interval an ISO-8601 duration from PT1M to P30D
 * @param fullText whether each article's page is fetched; by default where the entry lacks the text
 * @param enabled whether it is polled; true unless given
 * @param request what its requests say besides the usual; kept encrypted, values are never shown
 */
@Schema(name = "Feed")
record FeedBody(
        @Nullable String id,
        @Nullable String title,
        @Schema(required = true) String url,

        @Schema(enumeration = {"feed", "page", "json"}) @Nullable
        String type,

        @Nullable Selectors select,
        @Nullable String organization,
        @Nullable List<String> tags,
        @Nullable String interval,
        @Nullable Boolean fullText,
        @Nullable Boolean enabled,
        @Nullable RequestOptions request) {}
