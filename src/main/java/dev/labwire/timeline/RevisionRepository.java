package dev.labwire.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The revisions of events. */
@ApplicationScoped
class RevisionRepository implements PanacheRepository<StoredRevision> {

    List<StoredRevision> ofEvent(long event) {
        return list("eventId = ?1 order by sequence, id", event);
    }
}
