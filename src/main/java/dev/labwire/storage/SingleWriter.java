package dev.labwire.storage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The turn to write. H2 saves its maps (tables and indexes) one by one while others go on changing them, so that what lies
 * on disk may hold a part of a commit until the next save; a process killed in between has lost the other part for good
 * (<a href="https://github.com/h2database/h2database/issues/2080">h2database#2080</a>). Hence nobody writes while a save is
 * under way: writers take turns, a save takes a turn of its own, and H2's own timer is off ({@code WRITE_DELAY} in the
 * database's address).
 */
@Singleton
final class SingleWriter {

    private final DataSource database;
    private final ReentrantLock turn = new ReentrantLock(true);
    private boolean unsaved;

    SingleWriter(DataSource database) {
        this.database = database;
    }

    /** Waits for the turn, behind those who waited before. May be taken again by the thread that has it. */
    void take() {
        turn.lock();
    }

    void handOn() {
        turn.unlock();
    }

    boolean hasTurn() {
        return turn.isHeldByCurrentThread();
    }

    /** Says that the thread whose turn it is has changed something. */
    void wrote() {
        unsaved = true;
    }

    /**
     * Brings the file up to date with all that is committed; does nothing where nothing was written since the last time.
     *
     * @throws SQLException where the file can't be written; the next call tries again
     */
    void save() throws SQLException {
        take();
        try {
            if (unsaved) {
                checkpoint();
                unsaved = false;
            }
        } finally {
            handOn();
        }
    }

    private void checkpoint() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
