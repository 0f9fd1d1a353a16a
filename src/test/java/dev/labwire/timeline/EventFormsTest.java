package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each form is read back by a parser that is not of this house. */
@QuarkusTest
class EventFormsTest {

    private static final String EVENTS = "/api/v1/events";
    private static final String NASTY =
            "=cmd|' /C calc'!A0, \"she said\"\nकरपथी 加入 ]]> <b>&amp;</b> \u0007\u0000 end; so\\on";

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    @BeforeEach
    void someNews() {
        newsroom.clear();
        newsroom.publish(
                "https://a.example/1?x=1&y=2",
                "2026-05-19",
                move(JOIN, "jane-doe", "openai", "anthropic")
                        .role("=HYPERLINK(\"http://evil.example\")")
                        .on("2026-05-19")
                        .saying(NASTY.replace("\u0000", "")));
        newsroom.publish(
                "https://a.example/2",
                "2025-08-07",
                Told.release(Kind.RELEASE, "gpt-5").on("2025-08").as(Status.RUMORED));
        newsroom.publish("https://a.example/3", "2024-01-02", Told.deal(Kind.FUNDING, 1.5e9, "mistral", "asml"));
        placing.runOnce(50);
    }

    @Test
    void commaSeparatedValuesKeepEveryCellAndDefuseFormulas() {
        Response answer = form(".csv");
        assertThat(answer.contentType()).isEqualTo("text/csv; charset=utf-8; header=present");
        String text = answer.asString();
        assertThat(text).startsWith("id,type,kind,status,").contains("\r\n");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).getField("headline")).isEqualTo("Jane Doe joins Anthropic");
        assertThat(rows.get(0).getField("quote")).isEqualTo("'" + NASTY.replace("\u0000", ""));
        assertThat(rows.get(0).getField("role")).startsWith("'=HYPERLINK");
        assertThat(rows.get(0).getField("date")).isEqualTo("2026-05-19");
        assertThat(rows.get(0).getField("fromId")).isEqualTo("openai");
        assertThat(rows.get(2).getField("amountUsd")).isEqualTo("1500000000");
        assertThat(rows.get(2).getField("partyIds")).isEqualTo("mistral; asml");
        assertThat(rows.get(2).getField("publisher")).isEqualTo("a");
        assertThat(rows.get(2).getField("salience")).isEqualTo("primary");
        assertThat(rows.get(1).getField("modelId")).isEqualTo("gpt-5");
        assertThat(rows.get(1).getField("person")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".rss", ".atom"})
    void feedsAreReadByAFeedReader(String suffix) {
        Response answer = form(suffix);
        assertThat(answer.contentType()).startsWith("application/" + suffix.substring(1) + "+xml");
        List<Item> items = new RssReader()
                .read(new ByteArrayInputStream(answer.asByteArray()))
                .toList();
        assertThat(items)
                .extracting(item -> item.getTitle().orElseThrow())
                .containsExactly("Jane Doe joins Anthropic", "OpenAI may release GPT-5", "Mistral raises $1.5B");
        Item first = items.get(0);
        assertThat(first.getGuid().orElseThrow()).startsWith("urn:labwire:event:");
        assertThat(first.getLink()).contains("https://a.example/1?x=1&y=2");
        assertThat(first.getPubDateZonedDateTime().orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 5, 19));
        assertThat(first.getDescription().or(first::getContent).orElseThrow())
                .contains("करपथी 加入 ]]&gt; &lt;b&gt;")
                .contains("Confirmed, 19 May 2026, 1 source")
                .doesNotContain("\u0007");
        assertThat(first.getChannel().getTitle()).isEqualTo("Labwire");
    }

    @Test
    void theJsonFeedHasWhatItsVersionAsksFor() throws IOException {
        Response answer = form(".feed.json?type=people_move");
        assertThat(answer.contentType()).startsWith("application/feed+json");
        JsonNode feed = new ObjectMapper().readTree(answer.asByteArray());
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asText())
                .isEqualTo("https://labwire.example/api/v1/events.feed.json?type=people_move");
        assertThat(feed.get("items")).hasSize(1);
        JsonNode item = feed.get("items").get(0);
        assertThat(item.get("id").asText()).startsWith("urn:labwire:event:");
        assertThat(item.get("content_html").asText()).contains("&lt;b&gt;");
        assertThat(item.get("date_published").asText()).isEqualTo("2026-05-19T09:00:00Z");
        assertThat(item.get("tags")).extracting(JsonNode::asText).containsExactly("people_move", "join", "confirmed");
    }

    @Test
    void theCalendarIsOneThatCalendarsTake() throws IOException, ParserException {
        Response answer = form(".ics");
        assertThat(answer.contentType()).startsWith("text/calendar");
        String text = answer.asString();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        ValidationResult result = calendar.validate();
        assertThat(result.getEntries()).isEmpty();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(3);
        VEvent move = events.get(0);
        assertThat(move.getSummary().getValue()).isEqualTo("Jane Doe joins Anthropic");
        assertThat(move.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo("20260519");
        assertThat(move.getRequiredProperty(Property.DTEND).getValue()).isEqualTo("20260520");
        assertThat(move.getDescription().getValue()).contains("“=cmd|' /C calc'!A0, \"she said\"\nकरपथी 加入 ]]>");
        VEvent rumour = events.get(1);
        assertThat(rumour.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo("20250801");
        assertThat(rumour.getRequiredProperty(Property.DTEND).getValue()).isEqualTo("20250901");
        assertThat(rumour.getStatus().getValue()).isEqualTo("TENTATIVE");
    }

    @Test
    void everyLineOfJsonLinesIsAnEventAndThereIsNoLimit() {
        newsroom.publish(
                "https://many.example/",
                "2026-06-01",
                IntStream.range(0, 1_203)
                        .mapToObj(number ->
                                move(JOIN, "person-" + number, null, "xai").on("2026-06-01"))
                        .toArray(Told[]::new));
        placing.runOnce(50);
        List<String> lines = form(".jsonl?organization=xai").asString().lines().toList();
        assertThat(lines).hasSize(1_203).doesNotHaveDuplicates().allSatisfy(line -> assertThat(
                        new ObjectMapper().readTree(line).get("type").asText())
                .isEqualTo("people_move"));
        assertThat(form(".jsonl?limit=700").asString().lines()).hasSize(700);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".jsonl", ".rss", ".atom", ".feed.json", ".ics"})
    void nothingIsAListToo(String suffix) {
        newsroom.clear();
        form(suffix);
        given().head(EVENTS + suffix).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".jsonl", ".rss", ".atom", ".feed.json", ".ics"})
    void aClientThatHasTheStateIsToldSo(String suffix) {
        String tag = form(suffix).header("ETag");
        assertThat(tag).startsWith("W/");
        given().header("If-None-Match", tag).get(EVENTS + suffix).then().statusCode(304);
        newsroom.publish("https://a.example/9", "2026-05-20", move(JOIN, "john-roe", null, "openai"));
        placing.runOnce(50);
        given().header("If-None-Match", tag).get(EVENTS + suffix).then().statusCode(200);
    }

    @Test
    void aWrongParameterIsAProblem() {
        given().get(EVENTS + ".csv?colour=red")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", containsString("colour"));
        given().get(EVENTS + ".pdf").then().statusCode(404);
    }

    private static Response form(String suffix) {
        return given().urlEncodingEnabled(false)
                .get(EVENTS + suffix)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
