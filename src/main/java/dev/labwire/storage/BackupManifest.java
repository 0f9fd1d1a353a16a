package dev.labwire.storage;

import java.time.Instant;
import java.util.Map;

/**
 * What a back-up says of itself.
 *
 * @param format how back-ups are laid out; this release knows {@value #FORMAT}
 * @param schema the number of the last migration of its tables
 * @param createdAt when it was made; it holds all that was committed before
 * @param bytes size of the database in it
 * @param rows how many rows some tables have, by which a restored database is recognised as whole
 */
record BackupManifest(int format, int schema, Instant createdAt, long bytes, Map<String, Long> rows) {

    static final int FORMAT = 1;

    BackupManifest {
        rows = Map.copyOf(rows);
    }
}
