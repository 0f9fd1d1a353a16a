package dev.labwire.extraction.lexicon;

import dev.labwire.extraction.language.Idiom;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Names of one or more tokens and what they stand for; finds the longest one that starts at a token. A name written with
 * a capital is found only where the text has one too, and a short acronym only in capitals. Built once, then read by many threads.
 */
public final class Gazetteer<V> {

    /** A name found at a token: how many tokens it takes and what it stands for. */
    public record Hit<V>(int length, V value) {}

    private static final int LONGEST_ACRONYM = 5;

    private final Node<V> root = new Node<>();
    private final Function<String, List<Token>> cut;
    private final boolean capitals;
    private final UnaryOperator<String> key;

    /** Names of English texts. */
    public Gazetteer() {
        this(Tokenizer::tokens, true, norm -> norm);
    }

    /** Names of texts that are cut into tokens that way. */
    public Gazetteer(Function<String, List<Token>> cut) {
        this(cut, true, norm -> norm);
    }

    /** Names of texts in an idiom, in whatever case they stand. */
    Gazetteer(Idiom idiom) {
        this(idiom::nameTokens, true, idiom::nameKey);
    }

    /** Names of texts that are cut that way; {@code capitals} says whether one written with a capital needs it. */
    Gazetteer(Function<String, List<Token>> cut, boolean capitals, UnaryOperator<String> key) {
        this.key = key;
        this.cut = cut;
        this.capitals = capitals;
    }

    /** Adds a name; the first one to claim a spelling keeps it. */
    public void add(String name, V value) {
        Node<V> node = root;
        List<Token> tokens = cut.apply(name);
        for (Token token : tokens) {
            node = node.next.computeIfAbsent(key.apply(token.norm()), norm -> new Node<>());
        }
        if (node.value == null) {
            node.value = value;
            node.capitalized = capitals && capitalized(tokens);
            node.acronym = tokens.size() == 1
                    && name.length() <= LONGEST_ACRONYM
                    && tokens.get(0).allCapitals();
        }
    }

    /** The keys of the words that names begin with. */
    public Set<String> beginnings() {
        return Collections.unmodifiableSet(root.next.keySet());
    }

    /** The longest name that starts at token {@code from}. */
    public @Nullable Hit<V> at(List<Token> tokens, int from) {
        Node<V> node = root;
        Hit<V> best = null;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            node = node.next.get(key.apply(token.norm()));
            if (node == null) {
                break;
            }
            if (node.value != null
                    && (!node.capitalized || capitalized(tokens.subList(from, i + 1)))
                    && (!node.acronym || token.allCapitals())) {
                best = new Hit<>(i - from + 1, node.value);
            }
        }
        return best;
    }

    /** Whether an upper-case letter stands anywhere in some tokens. */
    private static boolean capitalized(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.text().chars().anyMatch(Character::isUpperCase));
    }

    private static final class Node<V> {
        private final Map<String, Node<V>> next = new HashMap<>(2);
        private @Nullable V value;
        private boolean capitalized;
        private boolean acronym;
    }
}
