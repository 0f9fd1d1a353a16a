package dev.labwire.extraction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExtractionResourceTest {

    private static final String PATH = "/api/v1/extractions";
    private static final String TITLE = "Anthropic wins over Andrej Karpathy";
    private static final String HIRE = "Andrej Karpathy is joining Anthropic's pre-training team this week.";
    private static final String TEXT = HIRE
            + " The researcher, who helped to start OpenAI in 2015 and later ran Autopilot vision at Tesla, will report"
            + " to Nick Joseph.\n\nAnthropic confirmed the hire on Tuesday.";

    private static ValidatableResponse extract(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", not(nullValue()))
                .body("type", not(nullValue()));
    }

    @Test
    void aHireComesOutWithPersonDestinationAndTeam() {
        String move = "mentions.find { it.kind == 'join' && it.salience == 'primary' }.";
        extract(Map.of("title", TITLE, "text", TEXT, "publishedAt", "2026-05-19"))
                .statusCode(200)
                .body("language", equalTo("en"))
                .body(move + "type", equalTo("people_move"))
                .body(move + "move.person.id", equalTo("andrej-karpathy"))
                .body(move + "move.to.id", equalTo("anthropic"))
                .body(move + "move.team", containsString("pre-training"))
                .body(move + "move.reportsTo.id", equalTo("nick-joseph"))
                .body(move + "status", equalTo("confirmed"))
                .body(move + "occurredOn.date", equalTo("2026-05-19"))
                .body("mentions.findAll { it.held }", empty());
    }

    @Test
    void theQuoteIsTheTextBetweenItsEnds() {
        Map<String, Object> mention = extract(Map.of("text", TEXT, "publishedAt", "2026-05-19T09:30:00Z"))
                .statusCode(200)
                .extract()
                .path("mentions.find { it.kind == 'join' }");

        assertThat(mention).containsEntry("quote", HIRE).containsEntry("quotePart", "text");
        assertThat(TEXT.substring((int) mention.get("quoteStart"), (int) mention.get("quoteEnd")))
                .isEqualTo(HIRE);
    }

    @Test
    void aTitleAloneIsEnough() {
        extract(Map.of("title", "Andrej Karpathy joins Anthropic"))
                .statusCode(200)
                .body("mentions.move.to.id", hasItem("anthropic"))
                .body("mentions.quotePart", everyItem(equalTo("title")));
    }

    @Test
    void htmlIsReadAsText() {
        extract(Map.of(
                        "text",
                        "<div><p>Andrej&nbsp;Karpathy is joining <b>Anthropic</b>.</p><script>x()</script></div>"))
                .statusCode(200)
                .body("mentions.move.person.id", hasItem("andrej-karpathy"))
                .body("mentions.quote", everyItem(not(containsString("<"))));
    }

    @Test
    void aTextWithoutNewsHasNoMentions() {
        extract(Map.of("text", "The weather stays mild until Friday."))
                .statusCode(200)
                .body("mentions", empty());
    }

    @Test
    void neitherTitleNorTextIsRefused() {
        problem(extract(Map.of("url", "https://a.example/1")), 400).body("errors.field", hasItem("text"));
        problem(extract(Map.of("title", " ", "text", "\n")), 400).body("errors.field", hasItem("text"));
        problem(given().contentType(ContentType.JSON).post(PATH).then(), 400).body("errors.field", hasItem("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-05-19T25:00:00Z", "19.05.2026", ""})
    void aDateNobodyCanReadIsRefused(String publishedAt) {
        problem(extract(Map.of("text", TEXT, "publishedAt", publishedAt)), 400)
                .body("errors.field", hasItem("publishedAt"));
    }

    @Test
    void aFieldThatDoesNotExistIsNamed() {
        problem(extract(Map.of("text", TEXT, "published", "2026-05-19")), 400)
                .body("errors.field", hasItem("published"));
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        Map<String, Object> body = new HashMap<>();
        body.put("text", Map.of("en", TEXT));
        problem(extract(body), 400).body("errors.field", hasItem("text"));
    }

    @Test
    void moreThan256KiBAreTooMuch() {
        String limit = "Nothing happened. ".repeat(256 * 1024 / 18);
        extract(Map.of("text", limit)).statusCode(200);
        problem(extract(Map.of("text", limit + "Nothing happened. ")), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"text\": }", "[]", "\"text\""})
    void brokenJsonIsRefusedWithoutInsides(String body) {
        problem(given().contentType(ContentType.JSON).body(body).post(PATH).then(), 400)
                .body("detail", not(containsString("dev.labwire")))
                .body("detail", not(containsString("com.fasterxml")));
    }

    @ParameterizedTest(name = "{0} {1} answers {2}")
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "DELETE, /api/v1/events, 405",
        "GET, /api/v1/extractions, 405",
    })
    void whatIsNotThereIsAProblemToo(String method, String path, int status) {
        problem(given().request(method, path).then(), status);
    }

    @Test
    void aBodyThatIsNoJsonIsAProblemToo() {
        problem(given().contentType("text/csv").body("text").post(PATH).then(), 415);
    }
}
