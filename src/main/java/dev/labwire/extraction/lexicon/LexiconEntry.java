package dev.labwire.extraction.lexicon;

import dev.labwire.text.YamlReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One entry of an added lexicon file while it is looked through; each look at a field notes what is wrong with it. */
public final class LexiconEntry {

    private final LexiconYaml yaml;
    private final YamlReading reading;
    private final Node node;
    private final String what;
    private final Map<String, Node> fields;

    LexiconEntry(LexiconYaml yaml, Node node, String what, Set<String> known) {
        this.yaml = yaml;
        this.reading = yaml.reading();
        this.node = node;
        this.what = "this " + what;
        this.fields = reading.mapping(node, this.what, known);
    }

    /** Notes what is wrong with a field, or with the entry where it has no such field. */
    public void fault(String field, String message) {
        reading.fault(fields.getOrDefault(field, node), message);
    }

    /** A text that must be there; null where it is missing or wrong. */
    public @Nullable String required(String field) {
        if (!fields.containsKey(field)) {
            reading.fault(node, what + " lacks '" + field + "'");
        }
        return text(field);
    }

    /** A text; null where it is missing or wrong. */
    public @Nullable String text(String field) {
        return yaml.text(fields.get(field), "'" + field + "'");
    }

    /** A field that, if it is there, is one of these words. */
    public void oneOf(String field, Set<String> words) {
        String word = text(field);
        if (word != null && !words.contains(word)) {
            String known = String.join(", ", words.stream().sorted().toList());
            fault(field, field + " '" + word + "' must be one of " + known);
        }
    }

    /** A field that, if it is there, is {@code true} or {@code false}. */
    public void flag(String field) {
        Node value = fields.get(field);
        if (value != null
                && !(value instanceof ScalarNode scalar
                        && Set.of("true", "false").contains(scalar.getValue()))) {
            fault(field, "'" + field + "' must be true or false");
        }
    }

    /** A number from 0 to 1 that must be there. */
    public void share(String field) {
        String text = required(field);
        if (text != null && !(text.matches("\\d*\\.?\\d+") && Double.parseDouble(text) <= 1)) {
            fault(field, field + " '" + text + "' must be a number from 0 to 1");
        }
    }

    /** The texts of a list that may be there. */
    public List<Item> texts(String field) {
        List<Item> items = new ArrayList<>();
        for (Node item : reading.sequence(fields.get(field), "'" + field + "'")) {
            String text = yaml.text(item, "an item of '" + field + "'");
            if (text != null) {
                items.add(new Item(reading, item, text));
            }
        }
        return items;
    }

    /** A text in a list of an entry. */
    public static final class Item {

        private final YamlReading reading;
        private final Node node;
        private final String text;

        Item(YamlReading reading, Node node, String text) {
            this.reading = reading;
            this.node = node;
            this.text = text;
        }

        /** What it says. */
        public String text() {
            return text;
        }

        /** Its line, counted from 1. */
        public int line() {
            return YamlReading.line(node);
        }

        /** Its column, counted from 1. */
        public int column() {
            return YamlReading.column(node);
        }

        /** Notes what is wrong with it. */
        public void fault(String message) {
            reading.fault(node, message);
        }
    }
}
