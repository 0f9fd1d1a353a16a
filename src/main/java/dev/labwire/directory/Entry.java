package dev.labwire.directory;

import org.jspecify.annotations.Nullable;

/**
 * One person, organisation or model of the directory.
 *
 * @param family of a model, where one is known
 * @param organization id of a model's maker, where it is known
 */
public record Entry(
        String id,
        String name,
        @Nullable String family,
        @Nullable String organization) {

    /** An entry that is not a model. */
    public Entry(String id, String name) {
        this(id, name, null, null);
    }
}
