package dev.labwire.extraction.language;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What scripts ask of a tokenizer beyond blanks: katakana goes by runs, Han characters and Hangul syllables by ones, articles
 * and endings are parted from names. Spellings that mean the same get one norm: traditional Han characters the simplified
 * one, Devanagari one nasal, one length of vowel and no dots below, katakana no long vowels.
 */
final class Scripts {

    /** Articles and particles of Romance languages that lose their vowel before another. */
    private static final Set<String> ELIDED = Set.of(
            "l", "d", "j", "m", "t", "s", "n", "c", "qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "dell", "all", "dall",
            "nell", "sull", "un", "quest", "quell", "bell", "sant", "coll", "anch", "dov", "com", "cos", "tutt",
            "senz");

    /** by character of the basic plane, its simplified form once that was asked for; a thread that sees none asks again */
    private static final String[] SIMPLIFIED = new String[Character.MAX_VALUE + 1];

    private Scripts() {}

    static List<Token> regrouped(String text, List<Token> tokens, Idiom.Apostrophe apostrophe) {
        List<Token> regrouped = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            UnicodeScript script = token.script();
            if (katakana(token)) {
                int last = i;
                while (last + 1 < tokens.size()
                        && !tokens.get(last + 1).spaced()
                        && (katakana(tokens.get(last + 1))
                                || tokens.get(last + 1).is("ー"))) {
                    last++;
                }
                String run = text.substring(token.start(), tokens.get(last).end());
                regrouped.add(new Token(
                        run, kana(run), token.start(), tokens.get(last).end(), token.spaced()));
                i = last;
            } else if (script == UnicodeScript.HANGUL) {
                syllables(text, token, regrouped);
            } else if (script == UnicodeScript.HAN) {
                regrouped.add(renamed(token, simplified(token.norm())));
            } else if (script == UnicodeScript.DEVANAGARI) {
                regrouped.add(renamed(token, devanagari(token.norm())));
            } else {
                apostrophe(text, token, apostrophe, regrouped);
            }
        }
        return regrouped;
    }

    private static boolean katakana(Token token) {
        int first = token.text().codePointAt(0);
        return token.script() == UnicodeScript.KATAKANA && first != '・';
    }

    private static Token renamed(Token token, String norm) {
        return norm.equals(token.norm())
                ? token
                : new Token(token.text(), norm, token.start(), token.end(), token.spaced());
    }

    /** A Hangul word by its syllables; Latin letters and figures glued to it stay together. */
    private static void syllables(String text, Token token, List<Token> into) {
        int at = token.start();
        boolean spaced = token.spaced();
        while (at < token.end()) {
            int end = at + 1;
            if (Token.script(text.codePointAt(at)) != UnicodeScript.HANGUL) {
                while (end < token.end() && Token.script(text.codePointAt(end)) != UnicodeScript.HANGUL) {
                    end++;
                }
            }
            String written = text.substring(at, end);
            into.add(new Token(written, Tokenizer.norm(written), at, end, spaced));
            at = end;
            spaced = false;
        }
    }

    /** Latin, Cyrillic and other alphabets; Hangul may hang on them: "AI연구원장". */
    private static void apostrophe(String text, Token token, Idiom.Apostrophe apostrophe, List<Token> into) {
        int hangul = hangul(token);
        if (hangul > 0) {
            String head = token.text().substring(0, hangul);
            int cut = token.start() + hangul;
            into.add(new Token(head, Tokenizer.norm(head), token.start(), cut, token.spaced()));
            String tail = token.text().substring(hangul);
            syllables(text, new Token(tail, tail, cut, token.end(), false), into);
            return;
        }
        int sign = sign(token.text());
        if (apostrophe == Idiom.Apostrophe.NONE
                || sign <= 0
                || sign == token.text().length() - 1) {
            into.add(token);
            return;
        }
        boolean elision = apostrophe == Idiom.Apostrophe.ELISION;
        String head = token.norm().substring(0, Math.min(sign, token.norm().length()));
        if (elision && !ELIDED.contains(head)) {
            into.add(token);
            return;
        }
        int cut = elision ? sign + 1 : sign;
        String before = token.text().substring(0, cut);
        String behind = token.text().substring(cut);
        into.add(new Token(before, Tokenizer.norm(before), token.start(), token.start() + cut, token.spaced()));
        into.add(new Token(behind, Tokenizer.norm(behind), token.start() + cut, token.end(), elision));
    }

    private static int sign(String text) {
        int straight = text.indexOf('\'');
        return straight > 0 ? straight : text.indexOf('’');
    }

    /** Where Hangul begins inside a token of another script; 0 where none does. */
    private static int hangul(Token token) {
        for (int i = 1; i < token.text().length(); i++) {
            if (Token.script(token.text().charAt(i)) == UnicodeScript.HANGUL) {
                return i;
            }
        }
        return 0;
    }

    private static final Pattern CASE_ENDING = Pattern.compile(
            "(?<=[\\p{IsCyrillic}]{3})(?:ами|ями|ого|его|ому|ему|ой|ей|ом|ем|ём|ым|им|ах|ях|ов|ев|ою|ею|а|я|у|ю|ы|и|е|о|ь|й)$");

    /** A Cyrillic word without its case ending; any other as it is. */
    static String stem(String norm) {
        return norm.charAt(0) >= 0x400 && norm.charAt(0) < 0x530
                ? CASE_ENDING.matcher(norm).replaceFirst("")
                : norm;
    }

    static String simplified(String norm) {
        int character = norm.codePointAt(0);
        if (character >= SIMPLIFIED.length) {
            return Simplifying.INSTANCE.transliterate(Character.toString(character));
        }
        String known = SIMPLIFIED[character];
        if (known == null) {
            known = Simplifying.INSTANCE.transliterate(Character.toString(character));
            SIMPLIFIED[character] = known;
        }
        return known;
    }

    /** Loaded when the first Han character is read. */
    private static final class Simplifying {
        private static final Transliterator INSTANCE = Transliterator.getInstance("Traditional-Simplified");
    }

    private static String kana(String run) {
        String plain = Normalizer.normalize(run, Normalizer.Form.NFKC);
        StringBuilder norm = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char next = i + 1 < plain.length() ? plain.charAt(i + 1) : 0;
            switch (c) {
                case 'ー' -> {}
                case 'ヴ' -> {
                    norm.append(
                            switch (next) {
                                case 'ァ' -> 'バ';
                                case 'ィ' -> 'ビ';
                                case 'ェ' -> 'ベ';
                                case 'ォ' -> 'ボ';
                                default -> 'ブ';
                            });
                    i += "ァィェォ".indexOf(next) >= 0 && next != 0 ? 1 : 0;
                }
                case 'ヂ' -> norm.append('ジ');
                case 'ヅ' -> norm.append('ズ');
                case 'ヤ' ->
                    norm.append(norm.length() > 0 && "イィ".indexOf(norm.charAt(norm.length() - 1)) >= 0 ? 'ア' : c);
                case 'ェ' ->
                    norm.append(norm.length() > 0 && "ジシ".indexOf(norm.charAt(norm.length() - 1)) >= 0 ? "" : c);
                default -> norm.append(c);
            }
        }
        return norm.toString();
    }

    private static String devanagari(String norm) {
        String parted = Normalizer.normalize(norm, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            switch (c) {
                case '\u093c', '\u200c', '\u200d' -> {}
                case '\u0901' -> plain.append('\u0902');
                case '\u0940' -> plain.append('\u093f');
                case '\u0942' -> plain.append('\u0941');
                case '\u0945', '\u0948' -> plain.append('\u0947');
                case '\u0949', '\u094c' -> plain.append('\u094b');
                case '\u0911', '\u0914' -> plain.append('\u0913');
                case '\u0908' -> plain.append('\u0907');
                case '\u090a' -> plain.append('\u0909');
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }
}
