package dev.labwire.extraction.lexicon;

import dev.labwire.extraction.ModelReference;
import org.jspecify.annotations.Nullable;

/**
 * A model as named in a text.
 *
 * @param reference its identity: head, version, tier, size and variant, without stage words
 * @param owner slug of its maker, where the family tells
 * @param stage {@code preview}, {@code experimental}, {@code beta}… where the name carries one
 * @param bare true when only the family's head stands there
 * @param size number of parameters the name tells, such as 405e9 for "405B"
 */
public record ModelName(
        ModelReference reference,
        @Nullable String owner,
        @Nullable String stage,
        boolean bare,
        @Nullable Long size) {}
