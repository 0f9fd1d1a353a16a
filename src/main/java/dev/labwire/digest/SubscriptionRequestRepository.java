package dev.labwire.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The table of requests. */
@Singleton
class SubscriptionRequestRepository implements PanacheRepository<SubscriptionRequest> {

    Optional<SubscriptionRequest> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    long since(String address, Instant instant) {
        return count("address = ?1 and requestedAt > ?2", address, instant);
    }
}
