package dev.labwire.storage;

import java.time.Instant;

/**
 * A back-up that lies in the data directory.
 *
 * @param name of its file
 * @param createdAt when it was made
 * @param bytes size of its file
 */
public record Backup(String name, Instant createdAt, long bytes) {}
