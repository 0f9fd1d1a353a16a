package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another reading would change is told first, and changed in the background then. */
@QuarkusTest
class ReextractionTest {

    private static final String REEXTRACT = "/api/v1/admin/reextract";

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    /** An earlier engine missed one move, saw one that is not there, and took one employer for another. */
    @BeforeEach
    void anEarlierEngineReadThis() {
        newsroom.clear();
        newsroom.publish("https://a.example/1", "2026-05-19");
        newsroom.write("https://a.example/1", "Jane Doe joins Anthropic from OpenAI", "Jane Doe has joined Anthropic.");
        newsroom.publish("https://a.example/2", "2026-05-19", move(JOIN, "john-roe", null, "xai"));
        newsroom.write("https://a.example/2", "The weather", "It rains.");
        newsroom.publish("https://a.example/3", "2026-05-19", move(JOIN, "mary-major", null, "meta"));
        newsroom.write("https://a.example/3", "Mary Major joins Mistral AI", "Mary Major has joined Mistral AI.");
        place();
    }

    @Test
    void aDryRunSaysWhatWouldBeAddedLostAndChangedAndChangesNothing() {
        List<Object> before = events();
        long clock = newsroom.clock();
        admin().post(REEXTRACT + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("articles", equalTo(3))
                .body("different", equalTo(3))
                .body("finishedAt", notNullValue())
                .body("error", nullValue())
                .body("events.added.after", contains("Jane Doe joins Anthropic"))
                .body("events.lost.before", contains("John Roe joins Xai"))
                .body("events.changed.before", contains("Mary Major joins Meta"))
                .body("events.changed.after", contains("Mary Major joins Mistral AI"));
        assertThat(events()).isEqualTo(before);
        assertThat(newsroom.clock()).isEqualTo(clock);
        admin().get(REEXTRACT).then().body("dryRun.events.added", hasSize(1));
    }

    @Test
    void everyArticleIsReadAnewAndItsEventsKeepTheirIds() {
        String mary = id("mary-major");
        admin().post(REEXTRACT)
                .then()
                .statusCode(202)
                .body("articles", equalTo(3))
                .body("read", equalTo(0));
        newsroom.readEverything();
        admin().get(REEXTRACT).then().body("read", equalTo(3)).body("waiting", greaterThan(0));
        place();
        given().get("/api/v1/events")
                .then()
                .body("items.headline", containsInAnyOrder("Jane Doe joins Anthropic", "Mary Major joins Mistral AI"));
        assertThat(id("mary-major")).isEqualTo(mary);
        long clock = newsroom.clock();
        admin().post(REEXTRACT).then().statusCode(202);
        newsroom.readEverything();
        place();
        assertThat(newsroom.clock()).isEqualTo(clock);
        admin().post(REEXTRACT + "?dryRun=true")
                .then()
                .body("different", equalTo(0))
                .body("events.added", hasSize(0))
                .body("events.lost", hasSize(0))
                .body("events.changed", hasSize(0));
    }

    @Test
    void strangersAndMistakesAreRefused() {
        given().post(REEXTRACT).then().statusCode(401);
        given().get(REEXTRACT).then().statusCode(401);
        admin().post(REEXTRACT + "?dryRun=maybe").then().statusCode(400).body("errors.field", contains("dryRun"));
    }

    private void place() {
        while (placing.runOnce(50) > 0) {
            assertThat(newsroom.count("event")).isPositive();
        }
    }

    private static List<Object> events() {
        return list("").getList("items");
    }

    private static String id(String person) {
        return list("?person=" + person).getString("items[0].id");
    }

    private static JsonPath list(String query) {
        return given().get("/api/v1/events" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password");
    }
}
