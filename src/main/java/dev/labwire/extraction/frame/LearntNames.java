package dev.labwire.extraction.frame;

import dev.labwire.extraction.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a document was seen to use, in full, and the parts of them that may stand for them alone. */
final class LearntNames {

    /** the most characters of a name that has no dot and no blank */
    static final int LONGEST_NATIVE = 5;

    private final Map<List<String>, String> names = new HashMap<>();
    private final Map<List<String>, Set<String>> parts = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    /** Notes a name and the parts that may stand for it: the last, then the first; of a name in one piece its surname. */
    void learn(CaselessSentence sentence, int from, int to, String name) {
        List<Token> tokens = sentence.tokens(from, to);
        List<String> norms = norms(tokens);
        names.putIfAbsent(norms, name);
        beginnings.add(norms.get(0));
        List<List<Token>> pieces = pieces(tokens);
        if (pieces.size() > 1) {
            part(norms(pieces.get(pieces.size() - 1)), name);
            part(norms(pieces.get(0)), name);
        } else if (tokens.size() > 1 && tokens.size() <= LONGEST_NATIVE) {
            int surname = sentence.surname(tokens);
            if (surname > 0) {
                part(norms.subList(0, surname), name);
            }
        }
    }

    /** Notes what is written there as a name, unless it is one already or part of one. */
    void learnIfNew(CaselessSentence sentence, int from, int to) {
        List<String> norms = norms(sentence.tokens(from, to));
        if (!names.containsKey(norms) && !parts.containsKey(norms)) {
            learn(sentence, from, to, sentence.text(from, to));
        }
    }

    /** What was found as a name of its own is the surname of another where that begins with it: "岡野原" of "岡野原大輔". */
    void shorterFormsMeanLonger() {
        Map<List<String>, String> fuller = new HashMap<>();
        names.keySet().forEach(name -> names.keySet().stream()
                .filter(other -> other.size() > name.size()
                        && other.size() <= LONGEST_NATIVE
                        && other.subList(0, name.size()).equals(name))
                .reduce((one, another) -> one)
                .ifPresent(other -> fuller.put(name, names.get(other))));
        names.keySet().stream()
                .filter(name -> parts.getOrDefault(name, Set.of()).size() == 1)
                .forEach(name -> fuller.put(name, parts.get(name).iterator().next()));
        names.putAll(fuller);
    }

    /** Whether a name or a part of one begins with this word. */
    boolean begins(String norm) {
        return beginnings.contains(norm);
    }

    boolean full(List<String> norms) {
        return names.containsKey(norms);
    }

    /** Whether these words are a part of some name. */
    boolean part(List<String> norms) {
        return parts.containsKey(norms);
    }

    /** Whether these words are a part of one name alone. */
    boolean partOfOne(List<String> norms) {
        return parts.getOrDefault(norms, Set.of()).size() == 1;
    }

    /** The name that these words mean. */
    @Nullable
    String meant(List<String> norms) {
        String name = names.get(norms);
        return name != null
                ? name
                : parts.getOrDefault(norms, Set.of()).stream().findFirst().orElse(null);
    }

    private void part(List<String> norms, String name) {
        beginnings.add(norms.get(0));
        parts.computeIfAbsent(norms, key -> new HashSet<>(2)).add(name);
    }

    private static List<String> norms(List<Token> tokens) {
        return tokens.stream().map(Token::norm).toList();
    }

    /** A name parted at its dots, or at blanks where words are parted by blanks. */
    private static List<List<Token>> pieces(List<Token> tokens) {
        List<List<Token>> pieces = new ArrayList<>();
        List<Token> piece = new ArrayList<>();
        for (Token token : tokens) {
            boolean dot = CaselessSentence.dot(token.text());
            if ((dot || token.spaced()) && !piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
            if (!dot) {
                piece.add(token);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }
}
