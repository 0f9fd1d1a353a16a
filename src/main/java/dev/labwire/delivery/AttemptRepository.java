package dev.labwire.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** The log of attempts. */
@Singleton
class AttemptRepository implements PanacheRepository<Attempt> {

    List<Attempt> of(long delivery) {
        return list("deliveryId = ?1 order by id", delivery);
    }
}
