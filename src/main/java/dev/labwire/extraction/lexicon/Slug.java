package dev.labwire.extraction.lexicon;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name into its stable public id: lower-case ASCII letters and digits, parted by single hyphens. */
public final class Slug {

    private Slug() {}

    /** The slug of a name; names without any letter or digit of a known script keep their code points in hexadecimal. */
    public static String of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("đ", "d")
                .replace("π", "pi")
                .replaceAll("['’]", "")
                .replace("+", "-plus");
        StringBuilder slug = new StringBuilder();
        folded.codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
            } else if (c > 127 && Character.isLetterOrDigit(c)) {
                slug.append('-').append(Integer.toHexString(c)).append('-');
            } else {
                slug.append('-');
            }
        });
        return slug.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }
}
