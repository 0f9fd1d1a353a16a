package dev.labwire.timeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The events. */
@ApplicationScoped
class EventRepository implements PanacheRepository<StoredEvent> {

    Optional<StoredEvent> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    /** The events of these blocks, those that nobody tells of any more included, but not those merged away. */
    List<StoredEvent> ofBlocks(Collection<String> blocks) {
        List<StoredEvent> events = new ArrayList<>();
        Rows.chunks(blocks)
                .forEach(some -> events.addAll(list("block in ?1 and mergedInto is null order by id", some)));
        return events;
    }

    /** The events of these blocks that went into others. */
    List<StoredEvent> mergedAway(Collection<String> blocks) {
        List<StoredEvent> events = new ArrayList<>();
        Rows.chunks(blocks)
                .forEach(some -> events.addAll(list("block in ?1 and mergedInto is not null order by id", some)));
        return events;
    }
}
