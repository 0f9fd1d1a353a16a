package dev.labwire.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes feeds as a feeds.yaml that {@link FeedsYaml} reads back as the same feeds. */
final class FeedsYamlWriter {

    private static final int NO_WRAPPING = Integer.MAX_VALUE;

    private FeedsYamlWriter() {}

    /**
     * The file.
     *
     * @param schema where editors find the schema of the file
     */
    static String write(List<FeedDefinition> feeds, String schema) {
        ObjectMapper mapper = new ObjectMapper();
        List<Map<String, Object>> list = feeds.stream()
                .map(FeedDefinition::toJson)
                .map(feed -> plain(mapper, feed))
                .toList();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(NO_WRAPPING);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(false);
        return "# yaml-language-server: $schema=" + schema + "\n" + new Yaml(options).dump(Map.of("feeds", list));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(ObjectMapper mapper, ObjectNode feed) {
        return mapper.convertValue(feed, Map.class);
    }
}
