package dev.labwire.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as the admin sees it.
 *
 * @param scope {@code read} or {@code admin}
 * @param expiresAt null when it does not expire
 * @param revokedAt null while it is not revoked
 * @param lastUsedAt to the minute; null when it was never used
 * @param key the key itself; only in the answer that made it
 */
@Schema(name = "ApiKey")
record ApiKeyView(
        String id,
        String name,
        String scope,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

    static ApiKeyView of(ApiKey key, @Nullable String secret) {
        return new ApiKeyView(
                key.publicId, key.name, key.scope, key.createdAt, key.expiresAt, key.revokedAt, key.lastUsedAt, secret);
    }
}
