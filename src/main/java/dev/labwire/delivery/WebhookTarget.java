package dev.labwire.delivery;

import java.util.List;

/**
 * Where the calls of a webhook go.
 *
 * @param secrets that sign, the newest first; two while one replaces the other
 */
public record WebhookTarget(String url, List<WebhookSecret> secrets) {

    public WebhookTarget {
        secrets = List.copyOf(secrets);
    }
}
