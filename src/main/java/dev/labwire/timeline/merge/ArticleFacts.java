package dev.labwire.timeline.merge;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What merging knows of an article.
 *
 * @param id row id, which no decision reads
 * @param key stable key that tells articles of one link apart
 * @param organizationId the organisation that writes this source itself, where one does
 * @param language of the text, as the extraction found it
 */
public record ArticleFacts(
        long id,
        String key,
        String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String organizationId,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        @Nullable String language) {

    @Nullable
    public LocalDate publishedOn() {
        return publishedAt == null ? null : publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Who speaks, for counting independent voices: the publisher, else the host. */
    public String voice() {
        if (publisher != null && !publisher.isBlank()) {
            return publisher;
        }
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException malformed) {
            return url;
        }
    }
}
