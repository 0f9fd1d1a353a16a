package dev.labwire.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A model, by its stable slug, its name in canonical spelling, and its family where one is known.
 *
 * @param id lower-case ASCII slug, such as {@code claude-opus-4-5}
 */
public record ModelReference(
        String id, String name, @Nullable String family) {}
