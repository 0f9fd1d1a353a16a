package dev.labwire.extraction.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a title and a text into sentences, and says in which zone each stands. */
public final class SentenceReader {

    private static final int LONGEST = 160;
    private static final int LONGEST_HEADING = 100;
    private static final String PROSE_ENDS = ".!?。！？।:;\"”»」』";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "inc", "corp", "co", "ltd", "llc", "vs", "v", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "u.s", "u.k", "u.n",
            "e.g", "i.e", "approx", "est", "gov", "sen", "rep", "gen", "ph.d", "d.c", "fig", "al", "a.i");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•–·▪◦‣]|\\d{1,2}[.)]|[a-z][.)])\\s+");
    private static final Pattern BOILERPLATE = Pattern.compile(
            "^(?:about (?:the author|[A-Z][\\w. ]{1,40})\\s*[:.]?$|about [A-Z][\\w. ]{1,40}:|related(?: articles| stories| posts)?\\b.{0,40}$|read (?:more|next|also)\\b.*|subscribe\\b.*|sign up\\b.*|share this\\b.*|follow us\\b.*|see also\\b.{0,60}$|recommended\\b.{0,30}$|©.*|copyright\\b.*|all rights reserved\\b.*|advertisement$|image credits?\\b.*|photo(?:graph)? by\\b.*|this (?:article|story) (?:was )?originally (?:appeared|published).*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECTION_OF_OTHERS = Pattern.compile(
            "^(?:related (?:articles|stories|posts|reading)|read next|more (?:from|stories|news).{0,30}|most (?:read|popular)|recommended for you|you may also like|latest (?:news|stories))\\s*:?$",
            Pattern.CASE_INSENSITIVE);

    private final List<Sentence> sentences = new ArrayList<>();
    private int block;
    private int inText;
    private boolean othersBegan;

    private final Idiom idiom;

    private SentenceReader(Idiom idiom) {
        this.idiom = idiom;
    }

    /** The sentences of an English document. */
    public static List<Sentence> sentences(String title, String text) {
        return sentences(title, text, Idiom.ENGLISH);
    }

    /** The sentences of a document, the title's first; a text that opens with the title again keeps both. */
    public static List<Sentence> sentences(String title, String text, Idiom idiom) {
        SentenceReader reader = new SentenceReader(idiom);
        reader.readPart(title, true);
        reader.readPart(text, false);
        return List.copyOf(reader.sentences);
    }

    private void readPart(String text, boolean title) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            readLine(text, start, end, title);
            start = end + 1;
        }
    }

    private void readLine(String text, int from, int to, boolean title) {
        String line = text.substring(from, to).strip();
        if (line.isEmpty()) {
            return;
        }
        block++;
        int start = from + text.substring(from, to).indexOf(line);
        Matcher bullet = BULLET.matcher(line);
        boolean listed = !title && (bullet.find() || line.contains(" | "));
        int textStart = listed && !line.startsWith("|") && bullet.reset().find() ? start + bullet.end() : start;
        othersBegan |= !title && SECTION_OF_OTHERS.matcher(line).matches();
        boolean boilerplate =
                !title && (othersBegan || BOILERPLATE.matcher(line).matches());
        for (List<Token> tokens : split(idiom.tokens(text, textStart, start + line.length()))) {
            Zone zone = title
                    ? Zone.TITLE
                    : boilerplate ? Zone.BOILERPLATE : listed ? Zone.LIST : inText < 2 ? Zone.LEAD : Zone.BODY;
            sentences.add(new Sentence(text, title, sentences.size(), block, zone, tokens));
            if (!title && (inText > 0 || prose(line))) {
                inText++;
            }
        }
    }

    /** What stands above the text, such as its title once more, a byline or a date, does not use up the lead. */
    private static boolean prose(String line) {
        return line.length() > LONGEST_HEADING || PROSE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean full = i - start >= LONGEST;
            if (full || ends(tokens, i)) {
                int end = i;
                while (end + 1 < tokens.size() && closes(tokens.get(end + 1))) {
                    end++;
                }
                parts.add(tokens.subList(start, end + 1));
                start = end + 1;
                i = end;
            }
        }
        if (start < tokens.size()) {
            parts.add(tokens.subList(start, tokens.size()));
        }
        return parts;
    }

    private boolean ends(List<Token> tokens, int i) {
        String sign = tokens.get(i).text();
        if ("。！？।".contains(sign)) {
            return true;
        }
        if (!sign.equals(".") && !sign.equals("!") && !sign.equals("?") && !sign.equals(";")) {
            return false;
        }
        int next = i + 1;
        while (next < tokens.size() && closes(tokens.get(next))) {
            next++;
        }
        if (next >= tokens.size()) {
            return true;
        }
        Token after = tokens.get(next);
        if (!after.spaced()) {
            return false;
        }
        if (!sign.equals(".")) {
            return !sign.equals(";");
        }
        return !abbreviation(tokens, i)
                && !idiom.abbreviated(tokens.get(i - 1), after)
                && (!after.wordLike()
                        || after.capitalized()
                        || after.caseless()
                        || after.camelCase()
                        || after.text().startsWith("@"));
    }

    private boolean abbreviation(List<Token> tokens, int i) {
        if (i == 0) {
            return true;
        }
        Token before = tokens.get(i - 1);
        boolean initial = before.text().length() == 1 && before.capitalized() && !before.is("i");
        return initial || ABBREVIATIONS.contains(before.norm());
    }

    private static boolean closes(Token token) {
        return !token.spaced() && ("\"”’)]»'」』".contains(token.text()));
    }
}
