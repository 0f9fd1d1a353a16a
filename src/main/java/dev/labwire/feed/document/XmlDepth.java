package dev.labwire.feed.document;

/** How deep the elements of a document are nested, as far as that shows without a parser, which might not survive it. */
final class XmlDepth {

    private XmlDepth() {}

    static int of(String text) {
        int depth = 0;
        int deepest = 0;
        for (int at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at + 1)) {
            char next = text.charAt(at + 1);
            if (text.startsWith("<![CDATA[", at)) {
                at = end(text, "]]>", at);
            } else if (text.startsWith("<!--", at)) {
                at = end(text, "-->", at);
            } else if (next == '/') {
                depth--;
            } else if (Character.isLetter(next)) {
                int close = text.indexOf('>', at);
                depth += close > 0 && text.charAt(close - 1) == '/' ? 0 : 1;
                deepest = Math.max(deepest, depth);
            }
        }
        return deepest;
    }

    private static int end(String text, String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() - 1 : end;
    }
}
