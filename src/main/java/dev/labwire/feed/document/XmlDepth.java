package dev.labwire.feed.document;

/** How deep and how many the elements of a document are, as far as that shows without a parser, which might not survive it. */
final class XmlDepth {

    private XmlDepth() {}

    /**
     * The shape of a document.
     *
     * @param deepest how many elements lie in one another
     */
    record Shape(int deepest, int elements) {}

    static Shape of(String text) {
        int depth = 0;
        int deepest = 0;
        int elements = 0;
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
                elements++;
            }
        }
        return new Shape(deepest, elements);
    }

    private static int end(String text, String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() - 1 : end;
    }
}
