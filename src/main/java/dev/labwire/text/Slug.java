package dev.labwire.text;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name into its stable public id: lower-case ASCII letters and digits, parted by single hyphens. */
public final class Slug {

    private Slug() {}

    /** The slug of a name; letters of other scripts stand in it by their code points in hexadecimal. */
    public static String of(String name) {
        StringBuilder slug = new StringBuilder();
        folded(name).codePoints().forEach(letter -> append(slug, letter));
        return slug.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ı", "i")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("đ", "d")
                .replace("π", "pi")
                .replaceAll("['’]", "")
                .replace("+", "-plus");
    }

    private static void append(StringBuilder slug, int letter) {
        if (!Character.isLetterOrDigit(letter)) {
            slug.append('-');
        } else if (letter < 128) {
            slug.appendCodePoint(letter);
        } else {
            slug.append('-').append(Integer.toHexString(letter)).append('-');
        }
    }
}
