package dev.labwire.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of subscriptions. */
@Singleton
class SubscriptionRepository implements PanacheRepository<Subscription> {

    Optional<Subscription> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    Optional<Subscription> byAddress(String address) {
        return find("addressKey", address).firstResultOptional();
    }

    /** Those in one of these states whose edition is due, the longest overdue first. */
    List<Subscription> due(Collection<String> states, Instant now, int max) {
        return find(
                        "state in ?1 and nextDueAt <= ?2 and (retryAt is null or retryAt <= ?2) order by nextDueAt, id",
                        states,
                        now)
                .page(0, max)
                .list();
    }

    /** Those whose next edition is due later than any next edition can be: the clock was ahead when it was planned. */
    List<Subscription> misplanned(Instant latest, int max) {
        return find("state in ('active', 'public') and nextDueAt > ?1 order by id", latest)
                .page(0, max)
                .list();
    }
}
