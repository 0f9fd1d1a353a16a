package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors check feeds.yaml by says the same as the service. */
class FeedsSchemaTest {

    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (InputStream schema = Objects.requireNonNull(
                FeedsSchemaTest.class.getResourceAsStream("/META-INF/resources/feeds.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static boolean editorTakes(String yaml) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(yaml);
        return SCHEMA.validate(tree).isEmpty();
    }

    @Test
    void theShippedListIsGoodForBoth() throws IOException {
        String shipped = Files.readString(Path.of("feeds.yaml"));
        assertThat(FeedsYaml.parse(shipped).faults()).isEmpty();
        assertThat(editorTakes(shipped)).isTrue();
        assertThat(shipped).as("editors find the schema").contains("yaml-language-server: $schema=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feeds: []",
                "defaults: { interval: PT1H }\nfeeds: [{ id: a, url: 'https://a.example/' }]",
                "feeds: [{ id: a.b_c-1, url: 'HTTP://a.example/', title: T, tags: [a, b c], interval: P1DT2H, fullText: false, enabled: false, organization: O }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: page, select: { item: 'a', title: 'h3', date: 'time' } }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: feed }]",
            })
    void bothTakeWhatIsGood(String yaml) throws IOException {
        assertThat(FeedsYaml.parse(yaml).faults()).isEmpty();
        assertThat(editorTakes(yaml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults: {}",
                "feeds: {}",
                "feed: []\nfeeds: []",
                "feeds: [{ id: a }]",
                "feeds: [{ url: 'https://a.example/' }]",
                "feeds: [{ id: A, url: 'https://a.example/' }]",
                "feeds: [{ id: plan, url: 'https://a.example/' }]",
                "feeds: [{ id: a, url: 'ftp://a.example/' }]",
                "feeds: [{ id: a, url: 'https://a.example/', titel: T }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: rss }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: page }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: page, select: { title: h3 } }]",
                "feeds: [{ id: a, url: 'https://a.example/', select: { item: a } }]",
                "feeds: [{ id: a, url: 'https://a.example/', type: page, select: { item: 'a[href~=x]' } }]",
                "feeds: [{ id: a, url: 'https://a.example/', interval: hourly }]",
                "feeds: [{ id: a, url: 'https://a.example/', tags: lab }]",
                "feeds: [{ id: a, url: 'https://a.example/', tags: ['a,b'] }]",
                "feeds: [{ id: a, url: 'https://a.example/', enabled: perhaps }]",
            })
    void bothRefuseWhatIsNot(String yaml) throws IOException {
        assertThat(FeedsYaml.parse(yaml).faults()).isNotEmpty();
        assertThat(editorTakes(yaml)).isFalse();
    }
}
