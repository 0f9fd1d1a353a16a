package dev.labwire.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the admin sees it.
 *
 * @param filter query parameters of the list of events
 * @param disabledBecause why it is not called
 * @param secret that signs its calls; only in the answer that makes it
 */
record WebhookView(
        String id,
        String url,
        @Nullable String description,
        Map<String, List<String>> filter,
        boolean enabled,
        @Nullable String disabledBecause,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    WebhookView {
        filter = Map.copyOf(filter);
    }
}
