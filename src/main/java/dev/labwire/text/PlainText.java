package dev.labwire.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** HTML as a reader sees it, in plain text: a blank line between blocks, lists and tables line by line. */
public final class PlainText {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern LINE_BLANKS = Pattern.compile("[ \\t\\u00a0\\x0B\\f\\r]+");
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "noscript", "head", "svg", "iframe", "button", "select");

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    /** Reads HTML; text without any tag keeps its own line breaks. Never fails, whatever it is given. */
    public static String fromHtml(String html) {
        if (TAG.matcher(html).find()) {
            return of(Jsoup.parseBodyFragment(html).body());
        }
        return tidy(LINE_BLANKS.matcher(Parser.unescapeEntities(html, false)).replaceAll(" "));
    }

    /** The text of one line, such as a title: no tags, no entities, single blanks. */
    public static String line(String html) {
        return BLANKS.matcher(fromHtml(html)).replaceAll(" ").strip();
    }

    /** The text of an element and all below it. */
    public static String of(Element element) {
        PlainText text = new PlainText();
        text.visit(element);
        return tidy(text.out.toString());
    }

    private static String tidy(String text) {
        return text.replaceAll(" *\\n *", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private void visit(Node node) {
        if (node instanceof TextNode text) {
            words(text.getWholeText(), inPre(text));
        } else if (node instanceof Element element && !UNSEEN.contains(element.normalName())) {
            element(element);
        }
    }

    private static boolean inPre(TextNode text) {
        Element parent = text.parent();
        return parent != null && parent.closest("pre") != null;
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "br" -> out.append('\n');
            case "tr" -> row(element);
            case "li" -> item(element);
            case "ul", "ol" -> list(element);
            case "dt", "dd", "tbody", "thead", "tfoot" -> lines(element);
            default -> {
                if (element.isBlock()) {
                    block(element);
                } else {
                    children(element);
                }
            }
        }
    }

    private void children(Element element) {
        element.childNodes().forEach(this::visit);
    }

    private void block(Element element) {
        gap("\n\n");
        children(element);
        gap("\n\n");
    }

    private void lines(Element element) {
        gap("\n");
        children(element);
        gap("\n");
    }

    private void list(Element element) {
        gap(element.parents().is("li") ? "\n" : "\n\n");
        children(element);
        gap(element.parents().is("li") ? "\n" : "\n\n");
    }

    private void item(Element element) {
        gap("\n");
        int start = out.length();
        children(element);
        String body = out.substring(start).strip().replaceAll("\\n{2,}", "\n");
        out.setLength(start);
        out.append(body.isEmpty() ? "" : "- " + body + "\n");
    }

    private void row(Element row) {
        gap("\n");
        out.append(row.children().stream()
                .map(cell -> BLANKS.matcher(of(cell)).replaceAll(" ").strip())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" | ")));
        out.append('\n');
    }

    private void words(String text, boolean preformatted) {
        String words = preformatted ? text : BLANKS.matcher(text).replaceAll(" ");
        boolean atStart = out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart && !preformatted && words.startsWith(" ") ? words.substring(1) : words);
    }

    private void gap(String wanted) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        boolean there =
                end >= wanted.length() && out.substring(end - wanted.length()).equals(wanted);
        if (end > 0 && !there) {
            out.append(out.charAt(end - 1) == '\n' ? wanted.substring(1) : wanted);
        }
    }
}
