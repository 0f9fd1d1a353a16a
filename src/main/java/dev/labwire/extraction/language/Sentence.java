package dev.labwire.extraction.language;

import java.util.List;

/**
 * One sentence with its tokens.
 *
 * @param text the part of the article it stands in (title or text), which token positions refer to
 * @param inTitle whether that part is the title
 * @param index its number in the document, the title's first
 * @param block its number of the paragraph, list item or title line
 */
public record Sentence(String text, boolean inTitle, int index, int block, Zone zone, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public int start() {
        return tokens.get(0).start();
    }

    public int end() {
        return tokens.get(tokens.size() - 1).end();
    }

    /** The sentence letter for letter. */
    public String quote() {
        return text.substring(start(), end());
    }
}
