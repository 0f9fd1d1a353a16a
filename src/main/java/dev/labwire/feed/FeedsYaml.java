package dev.labwire.feed;

import dev.labwire.text.FileFault;
import dev.labwire.text.YamlReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a feeds.yaml to its end and reports every fault with its line; builds no object that the file names. */
final class FeedsYaml {

    static final int MAX_SIZE = 2 * 1024 * 1024;

    private static final Set<String> FILE_KEYS = Set.of("defaults", "feeds");

    private final YamlReading reading = new YamlReading();
    private final FeedFields fields;
    private final List<FeedDefinition> feeds = new ArrayList<>();
    private @Nullable Duration defaultInterval;

    private FeedsYaml(KnownAddresses known) {
        this.fields = new FeedFields(reading, known);
    }

    static FeedList parse(String text) {
        return parse(text, KnownAddresses.NONE);
    }

    /**
     * Reads a file that may be an export, in which secrets are blanked.
     *
     * @param known the addresses that these stand for
     */
    static FeedList parse(String text, KnownAddresses known) {
        if (text.length() > MAX_SIZE) {
            return new FeedList(List.of(), List.of(FileFault.ofFile("the file is larger than 2 MiB")));
        }
        FeedsYaml yaml = new FeedsYaml(known);
        Node root = yaml.reading.root(text, MAX_SIZE);
        if (yaml.reading.faults().isEmpty()) {
            yaml.file(root);
        }
        return new FeedList(yaml.feeds, yaml.reading.faults());
    }

    private void file(@Nullable Node root) {
        if (root == null) {
            reading.faults().add(FileFault.ofFile("the file is empty; 'feeds: []' means no feeds"));
            return;
        }
        Map<String, Node> file = reading.mapping(root, "the file", FILE_KEYS);
        if (!file.containsKey("feeds")) {
            reading.missing(root, "feeds", "the list 'feeds' is missing");
        }
        if (file.containsKey("defaults")) {
            Map<String, Node> defaults = reading.mapping(file.get("defaults"), "'defaults'", Set.of("interval"));
            defaultInterval = fields.interval(defaults.get("interval"));
        }
        reading.sequence(file.get("feeds"), "'feeds'").forEach(this::feed);
    }

    private void feed(Node node) {
        FeedDefinition feed = fields.read(node, FeedFields.KEYS, defaultInterval);
        if (feed != null) {
            feeds.add(feed);
        }
    }
}
