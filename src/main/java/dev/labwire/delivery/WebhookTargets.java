package dev.labwire.delivery;

import java.util.Optional;

/** Knows the webhooks; provided by the package that owns them. */
public interface WebhookTargets {

    /** Where calls of the webhook of that id go now; empty where it is disabled or gone. */
    Optional<WebhookTarget> target(String id);
}
