package dev.labwire.digest;

import io.quarkus.qute.TemplateExtension;
import java.text.BreakIterator;
import java.util.Locale;

/** Lays out plain text for a terminal of 76 columns; Chinese, Japanese and Korean characters take two. */
@TemplateExtension
final class PlainLayout {

    private static final int WIDTH = 76;

    private PlainLayout() {}

    /** The text in lines that each begin with the indent. */
    static String wrapped(String text, String indent) {
        return wrapped(text, indent, indent);
    }

    /** The same with another indent of the first line; an address stays whole. */
    static String wrapped(String text, String first, String indent) {
        StringBuilder out = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int column = 0;
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            int width = width(piece.stripTrailing());
            if (column == 0 || column + width > WIDTH && !insideAddress(text, start)) {
                stripEnd(out);
                out.append(out.isEmpty() ? first : "\n" + indent);
                column = indent.length();
            }
            out.append(piece);
            column += width(piece);
        }
        stripEnd(out);
        return out.toString();
    }

    private static boolean insideAddress(String text, int place) {
        int start = text.lastIndexOf(' ', place - 1) + 1;
        int scheme = text.indexOf("://", start);
        return start < place && scheme >= start && scheme < place + "://".length();
    }

    /** A line under a heading, as wide as it is. */
    static String underline(String heading, String with) {
        return with.repeat(width(heading));
    }

    private static void stripEnd(StringBuilder out) {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    static int width(String text) {
        return text.codePoints().map(PlainLayout::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** The blocks of Unicode Standard Annex 11 whose characters are wide, in so far as news is written with them. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
    }
}
