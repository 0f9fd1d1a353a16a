package dev.labwire.storage;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Refuses a statement that changes or locks rows out of turn, so that a forgotten {@link WriteTransaction} shows at once. */
@Singleton
@PersistenceUnitExtension
final class WriteGuard implements StatementInspector {

    private static final long serialVersionUID = 1;

    private static final Pattern READS_ONLY = Pattern.compile(
            "\\s*(?:select|with|values)\\b(?!.*\\bfor\\s+(?:no\\s+key\\s+)?update\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final transient SingleWriter writer;

    WriteGuard(SingleWriter writer) {
        this.writer = writer;
    }

    /**
     * Lets the statement through unchanged.
     *
     * @throws IllegalStateException where it is not this thread's turn to write
     */
    @Override
    public String inspect(String statement) {
        if (!READS_ONLY.matcher(statement).matches()) {
            if (!writer.hasTurn()) {
                throw new IllegalStateException("not in a write transaction: " + statement);
            }
            writer.wrote();
        }
        return statement;
    }
}
