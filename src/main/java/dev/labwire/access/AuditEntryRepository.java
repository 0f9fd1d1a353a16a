package dev.labwire.access;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.List;

/** The table of the audit trail. */
@Singleton
final class AuditEntryRepository implements PanacheRepository<AuditEntry> {

    /** Entries before the given one, the newest first. */
    List<AuditEntry> before(long id, AuditQuery query, int max) {
        return find(
                        "id < ?1 and (?2 = '' or actor = ?2) and (?3 = '' or action = ?3)"
                                + " and (?4 = '' or subject = ?4) order by id desc",
                        id,
                        query.actor(),
                        query.action(),
                        query.subject())
                .page(0, max)
                .list();
    }
}
