package dev.labwire.text;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name into the lower-case ASCII word that identifies it in URLs. */
public final class Slug {

    private Slug() {}

    /** The slug of a name, such as {@code claude-opus-4-5}; empty when the name holds no Latin letter and no digit. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
