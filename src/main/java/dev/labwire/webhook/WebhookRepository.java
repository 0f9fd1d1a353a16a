package dev.labwire.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The table of webhooks. */
@Singleton
class WebhookRepository implements PanacheRepository<Webhook> {

    Optional<Webhook> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    /** Those that have not looked at the changes up to that number yet. */
    List<Webhook> behind(long number) {
        return list("enabled = true and position < ?1 order by id", number);
    }
}
