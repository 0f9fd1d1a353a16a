package dev.labwire.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revisions of events. */
@ApplicationScoped
class RevisionRepository implements PanacheRepository<StoredRevision> {

    List<StoredRevision> ofEvent(long event) {
        return list("eventId = ?1 order by sequence, id", event);
    }

    /** From then on another revision is in force. */
    void supersede(@Nullable Long revision, Instant at) {
        if (revision != null) {
            update("supersededAt = ?1 where id = ?2", at, revision);
        }
    }
}
