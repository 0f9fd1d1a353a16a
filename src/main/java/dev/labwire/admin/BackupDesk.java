package dev.labwire.admin;

import dev.labwire.access.Journal;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.Backup;
import dev.labwire.storage.Backups;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Where back-ups are asked for. */
@Singleton
final class BackupDesk {

    private static final Logger LOG = Logger.getLogger(BackupDesk.class);

    private final Backups backups;
    private final Journal journal;

    BackupDesk(Backups backups, Journal journal) {
        this.backups = backups;
        this.journal = journal;
    }

    /**
     * Makes a back-up and notes who asked for it.
     *
     * @throws ProblemException 503 where it can't be written
     */
    Backup make() {
        Backup made;
        try {
            made = backups.make();
        } catch (UncheckedIOException failure) {
            LOG.error("a back-up can't be made", failure);
            throw ProblemException.unavailable("The back-up can't be made; the log has the cause.");
        }
        journal.note("backup.create", "backup:" + made.name());
        return made;
    }
}
