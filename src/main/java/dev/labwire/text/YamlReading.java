package dev.labwire.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Takes a YAML file apart and notes, with its place, whatever is not as expected; builds no object that the file names.
 * Serves one file, in one thread.
 */
public final class YamlReading {

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, new Tag("tag:yaml.org,2002:value"));

    private static final int DEEPEST = 20;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_ECHO = 100;

    private static final Mark NOWHERE = new Mark("", 0, -1, -1, new int[0], 0);

    private final List<FileFault> faults = new ArrayList<>();
    private @Nullable Node root;

    /** The root of a text of at most that many characters; null where it is empty or not readable, which is then a fault. */
    public @Nullable Node root(String text, int longest) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(longest);
        limits.setNestingDepthLimit(DEEPEST);
        try {
            root = new Yaml(limits).compose(new StringReader(text));
            return root;
        } catch (MarkedYAMLException syntax) {
            Mark mark = syntax.getProblemMark();
            String message = "not readable as YAML: " + syntax.getProblem();
            faults.add(
                    mark == null
                            ? FileFault.ofFile(message)
                            : new FileFault(mark.getLine() + 1, mark.getColumn() + 1, message));
        } catch (ReaderException unprintable) {
            faults.add(unprintable(text));
        } catch (YAMLException | StackOverflowError limit) {
            faults.add(FileFault.ofFile("not readable as YAML: " + limit.getMessage()));
        }
        return null;
    }

    /** The root of what was read as JSON; its faults have no lines, only fields. */
    public Node root(JsonNode json) {
        Node read = node(json);
        root = read;
        return read;
    }

    private static Node node(JsonNode json) {
        if (json.isObject()) {
            List<NodeTuple> fields = new ArrayList<>();
            json.properties()
                    .forEach(field ->
                            fields.add(new NodeTuple(scalar(Tag.STR, field.getKey()), node(field.getValue()))));
            return new MappingNode(Tag.MAP, true, fields, NOWHERE, NOWHERE, DumperOptions.FlowStyle.FLOW);
        }
        if (json.isArray()) {
            List<Node> items = new ArrayList<>();
            json.forEach(item -> items.add(node(item)));
            return new SequenceNode(Tag.SEQ, true, items, NOWHERE, NOWHERE, DumperOptions.FlowStyle.FLOW);
        }
        Tag tag = json.isNull() ? Tag.NULL : json.isBoolean() ? Tag.BOOL : json.isNumber() ? Tag.FLOAT : Tag.STR;
        return scalar(tag, json.asText());
    }

    private static Node scalar(Tag tag, String value) {
        return new ScalarNode(tag, value, NOWHERE, NOWHERE, DumperOptions.ScalarStyle.PLAIN);
    }

    /** What a node is called, such as {@code feeds[2].interval}: where an alias stands, as where it was written first. */
    private String path(Node wanted) {
        String path = root == null ? null : path(root, "", wanted, Collections.newSetFromMap(new IdentityHashMap<>()));
        return path == null ? "" : path;
    }

    private static @Nullable String path(Node node, String path, Node wanted, Set<Node> seen) {
        if (node == wanted) {
            return path;
        }
        if (!seen.add(node)) {
            return null;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? shortened(scalar.getValue()) : "?";
                String field = path.isEmpty() ? key : path + "." + key;
                String found = tuple.getKeyNode() == wanted ? field : path(tuple.getValueNode(), field, wanted, seen);
                if (found != null) {
                    return found;
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                String found = path(item, path + "[" + index++ + "]", wanted, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** As much of a text as an answer repeats. */
    public static String shortened(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }

    private static FileFault unprintable(String text) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return FileFault.behind(text.substring(0, at), "not readable as YAML: a character that it does not allow");
    }

    /** What is wrong, so far; more may be added. */
    public List<FileFault> faults() {
        return faults;
    }

    /** Notes what is wrong with a node. */
    public void fault(Node node, String message) {
        if (!isFull()) {
            fault(node, path(node), message);
        }
    }

    /** So many faults are told; who has more than these begins with them. */
    private boolean isFull() {
        return faults.size() >= MOST_FAULTS;
    }

    private void fault(Node node, String field, String message) {
        faults.add(new FileFault(line(node), line(node) == 0 ? 0 : column(node), field, message));
    }

    /** Notes that a mapping lacks a field that it must have. */
    public void missing(Node mapping, String key, String message) {
        if (!isFull()) {
            String path = path(mapping);
            fault(mapping, path.isEmpty() ? key : path + "." + key, message);
        }
    }

    /** The line in which a node starts, counted from 1; 0 where it was read as JSON. */
    public static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The column in which a node starts, counted from 1. */
    public static int column(Node node) {
        return node.getStartMark().getColumn() + 1;
    }

    /** The values of a mapping by key; unknown and repeated keys are faults. */
    public Map<String, Node> mapping(Node node, String what, Set<String> keys) {
        return values(node, what, keys);
    }

    /** The values of a mapping that may have any key; repeated ones are faults. */
    public Map<String, Node> mapping(Node node, String what) {
        return values(node, what, null);
    }

    private Map<String, Node> values(Node node, String what, @Nullable Set<String> keys) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            fault(node, what + " must be a mapping (key: value)");
            return values;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (keys != null && !keys.contains(key)) {
                fault(tuple.getKeyNode(), "unknown key '" + shortened(key) + "' in " + what + suggestion(key, keys));
            } else if (values.containsKey(key)) {
                fault(tuple.getKeyNode(), "key '" + shortened(key) + "' stands twice in " + what);
            } else if (!Tag.NULL.equals(tuple.getValueNode().getTag())) {
                values.put(key, tuple.getValueNode());
            }
        }
        return values;
    }

    /** The items of a list; none where there is no node. */
    public List<Node> sequence(@Nullable Node node, String what) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(node, what + " must be a list");
        return List.of();
    }

    /** A text of 1 to {@code longest} characters, without the blanks around it; null where there is no good one. */
    public @Nullable String text(@Nullable Node node, String what, int longest) {
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar) || !PLAIN.contains(node.getTag())) {
            fault(node, what + " must be a text");
            return null;
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || text.length() > longest) {
            fault(node, what + " must have 1 to " + longest + " characters");
            return null;
        }
        if (!text.codePoints().allMatch(StreamReader::isPrintable)) {
            fault(node, what + " must not contain control characters or halves of characters");
            return null;
        }
        return text;
    }

    /** A yes or no; {@code otherwise} where there is no good one. */
    public boolean flag(@Nullable Node node, String what, boolean otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (node instanceof ScalarNode scalar && Tag.BOOL.equals(node.getTag())) {
            return Set.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT));
        }
        fault(node, what + " must be true or false");
        return otherwise;
    }

    private static String suggestion(String key, Set<String> known) {
        if (key.length() > 40) {
            return "";
        }
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(key, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(key, candidate) <= 2)
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("; known are "
                        + String.join(", ", known.stream().sorted().toList()));
    }

    /** How many letters to add, drop, replace or swap with their neighbour, case aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, 1 + d[i - 2][j - 2]) : best;
    }
}
