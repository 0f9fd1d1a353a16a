package dev.labwire.text;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Names of other scripts in Latin letters, by ICU's rules (Unicode CLDR transforms). Slow, hence for names alone. */
public final class Latin {

    private static final Map<UnicodeScript, String> TRANSFORMS = Map.of(
            UnicodeScript.HAN, "Han-Latin/Names; Latin-ASCII",
            UnicodeScript.KATAKANA, "Katakana-Latin; Latin-ASCII",
            UnicodeScript.HIRAGANA, "Hiragana-Latin; Latin-ASCII",
            UnicodeScript.HANGUL, "Hangul-Latin; Latin-ASCII",
            UnicodeScript.DEVANAGARI, "Devanagari-Latin; Latin-ASCII",
            UnicodeScript.CYRILLIC, "Russian-Latin/BGN; Latin-ASCII",
            UnicodeScript.ARABIC, "Arabic-Latin; Latin-ASCII");

    private static final int FIRST_ACCENTED = 0xC0;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Map<UnicodeScript, Transliterator> LOADED = new ConcurrentHashMap<>();

    /** names come back, in one text and in the next; when so many are known all are forgotten */
    private static final int MOST_KNOWN = 5_000;

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Latin() {}

    /** A name in Latin letters, each of its parts with a capital; as it stands where it is Latin already. */
    public static String of(String name) {
        UnicodeScript script = script(name);
        String transform = TRANSFORMS.get(script);
        if (transform == null) {
            return name;
        }
        String known = KNOWN.get(name);
        if (known == null) {
            known = transliterated(name, script, transform);
            if (KNOWN.size() >= MOST_KNOWN) {
                KNOWN.clear();
            }
            KNOWN.put(name, known);
        }
        return known;
    }

    private static String transliterated(String name, UnicodeScript script, String transform) {
        String parted = name.replaceAll("[・·•‧＝=]", " ");
        String latin = LOADED.computeIfAbsent(script, key -> loaded(transform)).transliterate(parted);
        return capitals(
                script == UnicodeScript.HAN ? syllablesJoined(latin, name) : latin.replaceAll("u~(?=[aeio])", ""));
    }

    private static Transliterator loaded(String transform) {
        try {
            return Transliterator.getInstance(transform);
        } catch (IllegalArgumentException withoutVariant) {
            return Transliterator.getInstance(transform.replaceAll("/\\w+", ""));
        }
    }

    /** The script of a name's first letter. */
    public static UnicodeScript script(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }

    /** "wu yong hui" becomes "wu yonghui": the surname, then the given name in one word. */
    private static String syllablesJoined(String latin, String name) {
        String[] syllables = latin.strip().split("\\s+");
        if (name.matches(".*[・·•‧].*") || syllables.length < 2) {
            return latin;
        }
        StringBuilder joined = new StringBuilder(syllables[0]).append(' ');
        for (int i = 1; i < syllables.length; i++) {
            joined.append(syllables[i]);
        }
        return joined.toString();
    }

    private static String capitals(String latin) {
        StringBuilder name = new StringBuilder(latin.length());
        boolean start = true;
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (c == '\'' || c == '`' || c == '’') {
                continue;
            }
            name.append(start ? String.valueOf(c).toUpperCase(Locale.ROOT) : String.valueOf(c));
            start = c == ' ' || c == '-';
        }
        return name.toString().strip();
    }

    /** A word without its accents; the same object where it has none. */
    public static String unaccented(String word) {
        return word.chars().allMatch(letter -> letter < FIRST_ACCENTED)
                ? word
                : ACCENTS.matcher(Normalizer.normalize(word.replace('ı', 'i'), Normalizer.Form.NFD))
                        .replaceAll("");
    }

    /** Whether all letters of a name are Latin. */
    public static boolean written(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
    }

    /** The consonants of a name in Latin letters, sounds that scripts confuse made one: what spellings of it share. */
    public static String skeleton(String name) {
        String plain = of(name).toLowerCase(Locale.ROOT)
                .replaceAll("dzh", "j")
                .replaceAll("[^a-z]", "")
                .replaceAll("sch|sh|ch|zh|ts|tz", "s")
                .replaceAll("ph", "f")
                .replaceAll("th", "t")
                .replaceAll("gh", "g")
                .replaceAll("kh|ck|q|c", "k")
                .replaceAll("j|z", "s")
                .replaceAll("v|w|f", "b")
                .replaceAll("p", "b")
                .replaceAll("d", "t")
                .replaceAll("g", "k")
                .replaceAll("l", "r")
                .replaceAll("m", "n")
                .replaceAll("x", "ks")
                .replaceAll("[aeiouyh]", "");
        return plain.replaceAll("(.)\\1+", "$1");
    }
}
