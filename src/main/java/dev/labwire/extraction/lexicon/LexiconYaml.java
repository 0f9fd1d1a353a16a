package dev.labwire.extraction.lexicon;

import dev.labwire.text.FileFault;
import dev.labwire.text.YamlReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The YAML of one added lexicon file while it is looked through; serves one thread. */
public final class LexiconYaml {

    private static final int LONGEST = 2000;

    private final YamlReading reading = new YamlReading();
    private final @Nullable Node root;

    public LexiconYaml(String text) {
        Node parsed = reading.root(text, LexiconFolder.MAX_SIZE);
        if (parsed != null) {
            refuseAnchors(parsed);
        }
        this.root = reading.faults().isEmpty() ? parsed : null;
    }

    /** The node that all others are in; null where the file is empty or not readable. */
    @Nullable
    Node root() {
        return root;
    }

    YamlReading reading() {
        return reading;
    }

    /** What is wrong, so far, in the order of the file; a fault that two looks found counts once. */
    public List<FileFault> faults() {
        return reading.faults().stream()
                .distinct()
                .sorted(Comparator.comparingInt(FileFault::line).thenComparingInt(FileFault::column))
                .toList();
    }

    /**
     * The entries of a file that is a list of mappings.
     *
     * @param what what an entry is, in a word
     * @param key the field that no two entries may share
     */
    public List<LexiconEntry> entries(String what, String key, Set<String> fields) {
        List<LexiconEntry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Node node : reading.sequence(root, "the file")) {
            if (!(node instanceof MappingNode)) {
                reading.fault(node, "this " + what + " must be a mapping (key: value)");
                continue;
            }
            LexiconEntry entry = new LexiconEntry(this, node, what, fields);
            entries.add(entry);
            String name = entry.required(key);
            Integer first = name == null ? null : lines.putIfAbsent(name, YamlReading.line(node));
            if (first != null) {
                entry.fault(key, key + " '" + name + "' is taken by the entry in line " + first);
            }
        }
        return entries;
    }

    /** A text; null where it is missing, empty or something else, which is a fault unless it is missing. */
    @Nullable
    String text(@Nullable Node node, String what) {
        if (node != null && Tag.NULL.equals(node.getTag())) {
            reading.fault(node, what + " is empty");
            return null;
        }
        String text = reading.text(node, what, LONGEST);
        if (text != null
                && node instanceof ScalarNode scalar
                && !scalar.getValue().equals(text)) {
            reading.fault(node, what + " must not begin or end with a blank");
        }
        return text;
    }

    /** Words without blanks. */
    void words(@Nullable Node list, String what) {
        for (Node node : reading.sequence(list, what)) {
            String word = text(node, "a word");
            if (word != null && word.chars().anyMatch(Character::isWhitespace)) {
                reading.fault(node, "'" + word + "' must be a single word");
            }
        }
    }

    /** The words and phrases of a list; what is none, or blank, is a fault. */
    List<Node> phrases(@Nullable Node list, String what) {
        return reading.sequence(list, what).stream()
                .filter(node -> text(node, "a word or phrase") != null)
                .toList();
    }

    private void refuseAnchors(Node node) {
        if (node.getAnchor() != null) {
            reading.fault(node, "anchors and aliases (& and *) are not understood here");
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::refuseAnchors);
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                refuseAnchors(tuple.getKeyNode());
                refuseAnchors(tuple.getValueNode());
            }
        }
    }
}
