package dev.labwire.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The decisions. */
@ApplicationScoped
class DecisionRepository implements PanacheRepository<StoredDecision> {

    Optional<StoredDecision> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    List<StoredDecision> inForce() {
        return list("undoneAt is null order by madeAt, id");
    }

    /** The newest first, of one event where one is named. */
    List<StoredDecision> newest(String event, int most) {
        return find("?1 = '' or eventId = ?1 order by madeAt desc, id desc", event)
                .range(0, most - 1)
                .list();
    }
}
