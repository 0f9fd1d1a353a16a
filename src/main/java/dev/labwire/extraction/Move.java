package dev.labwire.extraction;

import org.jspecify.annotations.Nullable;

/**
 * The body of a people move; which ends a kind carries stands in the API's words.
 *
 * @param role title or function, as written
 * @param team unit, as written
 * @param statement what the person said of it, as quoted
 */
public record Move(
        Reference person,
        @Nullable Reference from,
        @Nullable Reference to,
        @Nullable String role,
        @Nullable String team,
        @Nullable Reference reportsTo,
        @Nullable String statement) {}
