package dev.labwire.feed.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/**
 * The text of an element as HTML, by what its {@code type} and {@code mode} say of it (RFC 4287, 3.1 and 4.1.3; Atom 0.3), or
 * by what it looks like where they say nothing, as in RSS.
 */
final class TextConstruct {

    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]*)?/?>");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]+[0-9]*);");

    private TextConstruct() {}

    static String html(Element element) {
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (element.attr("mode").equalsIgnoreCase("base64")) {
            return fromBase64(element.wholeText(), type);
        }
        if (!element.children().isEmpty()) {
            return element.html().replaceAll("<(/?)(?:xhtml|xh|html|h|body):", "<$1");
        }
        String text = element.wholeText();
        if (isBinary(type)) {
            return fromBase64(text, type);
        }
        boolean plain = type.equals("text") || type.equals("text/plain");
        return plain && !looksLikeHtml(text) ? escaped(text) : text;
    }

    /** RFC 4287, 4.1.3.3: what is neither text nor XML comes in Base64. */
    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static String fromBase64(String text, String type) {
        try {
            String decoded = new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return type.endsWith("plain") ? escaped(decoded) : decoded;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }

    /** Publishers often call plain what is HTML; only text whose every tag and reference HTML knows passes for it. */
    private static boolean looksLikeHtml(String text) {
        Matcher tags = TAG.matcher(text);
        int known = 0;
        while (tags.find()) {
            if (!Tag.isKnownTag(tags.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
            known++;
        }
        return known > 0 || text.indexOf('<') < 0 && REFERENCE.matcher(text).find();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
