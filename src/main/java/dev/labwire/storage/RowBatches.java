package dev.labwire.storage;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.Session;

/** Writes many rows of one table in one go, past the object mapping. For a {@link WriteTransaction} only. */
@Singleton
public final class RowBatches {

    private final EntityManager database;
    private final SingleWriter writer;

    RowBatches(EntityManager database, SingleWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Fills in a statement once for each row and calls {@code addBatch}. */
    @FunctionalInterface
    public interface Rows {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs a statement for all rows, in the transaction that the caller is in.
     *
     * @return how many rows each run touched
     * @throws IllegalStateException where it is not this thread's turn to write
     */
    public int[] write(String sql, Rows rows) {
        if (!writer.hasTurn()) {
            throw new IllegalStateException("not in a write transaction: " + sql);
        }
        writer.wrote();
        return database.unwrap(Session.class).doReturningWork(connection -> run(connection, sql, rows));
    }

    private static int[] run(Connection connection, String sql, Rows rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            rows.fill(statement);
            return statement.executeBatch();
        }
    }
}
