package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.lexicon.Words;
import java.util.List;

/** The grammar of titles: modifiers, then a head, such as "interim chief product officer". */
final class Roles {

    private Roles() {}

    /** Index behind the longest title that starts at a token; {@code from} when none does. */
    static int end(List<Token> tokens, int from, Words words, String wordBefore) {
        int best = from;
        int at = from;
        while (at < tokens.size() && at - from < 9) {
            Token token = tokens.get(at);
            if (at > from && token.is("-") && !token.spaced()) {
                at++;
                continue;
            }
            if (at > from
                    && (token.is("&") || token.is("and"))
                    && at + 1 < tokens.size()
                    && words.in("role-modifiers", tokens.get(at + 1).norm())
                    && words.in("role-modifiers", tokens.get(at - 1).norm())) {
                at++;
                continue;
            }
            boolean head = words.in("role-heads", token.norm());
            if (head && !verb(token, at == from ? wordBefore : "", words)) {
                best = at + 1;
                at++;
            } else if (words.in("role-modifiers", token.norm())) {
                at++;
            } else {
                break;
            }
        }
        return best == from + 1
                        && !words.in("role-heads-alone", tokens.get(from).norm())
                ? from
                : best;
    }

    private static boolean verb(Token token, String before, Words words) {
        return words.in("before-verb", before)
                && (token.is("lead")
                        || token.is("head")
                        || token.is("chair")
                        || token.is("partner")
                        || token.is("engineer")
                        || token.is("staff")
                        || token.is("fellow"));
    }
}
