package dev.labwire.access;

import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;

/** Notes in the audit trail what is no change of a row: it was asked for, and is done in the background. */
@Singleton
public class Journal {

    private final AuditTrail audit;

    Journal(AuditTrail audit) {
        this.audit = audit;
    }

    /** Notes, in a transaction of its own, what whoever makes the request under way has asked for. */
    @WriteTransaction(durable = true)
    public void note(String action, String subject) {
        audit.record(action, subject, null, null);
    }
}
