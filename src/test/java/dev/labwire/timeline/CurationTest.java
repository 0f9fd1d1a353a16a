package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.storage.Writes;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin decides counts, lasts, is logged and can be undone. */
@QuarkusTest
class CurationTest {

    private static final String EVENTS = "/api/v1/events";
    private static final String ADMIN = "/api/v1/admin/events/";
    private static final String DECISIONS = "/api/v1/admin/decisions";
    private static final String A = "https://a.example/1";
    private static final Curator.Editor EDITOR = new Curator.Editor("admin", null);
    private static final String B = "https://b.example/1";

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    @Inject
    Curator curator;

    @Inject
    Writes writes;

    @BeforeEach
    void someNews() {
        newsroom.clear();
        newsroom.publish(A, "2026-05-19", joins().as(Status.RUMORED));
        newsroom.publish(B, "2026-05-20", move(JOIN, "jane-d-doe", "google", "openai"));
        place();
    }

    @Test
    void aCorrectionCountsAndOutlivesANewReading() {
        String id = id("jane-doe");
        admin().body("{\"occurredOn\":{\"date\":\"2026-05-18\",\"precision\":\"day\"},\"status\":\"confirmed\","
                        + "\"move\":{\"to\":\"Mistral AI\",\"role\":\"head of research\"},\"note\":\"she said so\"}")
                .patch(ADMIN + id)
                .then()
                .statusCode(200)
                .body("headline", equalTo("Jane Doe joins Mistral AI"))
                .body("move.to.name", equalTo("Mistral AI"))
                .body("move.person.name", equalTo("Jane Doe"))
                .body("occurredOn.date", equalTo("2026-05-18"));
        newsroom.extract(A, "v2", joins().as(Status.REPORTED));
        place();
        event(id)
                .body("move.role", equalTo("head of research"))
                .body("status", equalTo("confirmed"))
                .body("history.source", contains(equalTo(A), startsWith("decision ")))
                .body("revisions.cause", contains(equalTo(A), startsWith("decision "), equalTo(A)));
        decisions()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("correct"))
                .body("items[0].event", equalTo(id))
                .body("items[0].madeBy", equalTo("admin"))
                .body("items[0].note", equalTo("she said so"))
                .body("items[0].changes.move.role", equalTo("head of research"))
                .body("items[0].undoneAt", nullValue());
        undoLast();
        event(id).body("status", equalTo("reported")).body("move.to.id", equalTo("openai"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | body",
                "[] | body",
                "{\"id\":\"x\"} | id",
                "{\"kind\":\"release\"} | kind",
                "{\"kind\":\"joins\"} | kind",
                "{\"status\":null} | status",
                "{\"occurredOn\":{\"date\":\"2026-13-01\",\"precision\":\"day\"}} | occurredOn",
                "{\"release\":{\"license\":\"MIT\"}} | release",
                "{\"move\":{\"person\":null}} | move",
                "{\"move\":{\"salary\":1}} | move",
                "{\"move\":\"x\"} | move",
                "{\"headline\":\"\"} | headline",
                "{\"headline\":\"a\\u0000b\"} | headline",
                "{\"status\":\"BOGUS\"} | status",
                "{\"occurredOn\":{\"date\":\"+999999999-12-31\",\"precision\":\"day\"}} | occurredOn",
                "{\"occurredOn\":{\"date\":\"-0001-01-01\",\"precision\":\"day\"}} | occurredOn",
                "{\"move\":{\"person\":{\"id\":\"x y!\",\"name\":\"X\"}}} | move",
                "{\"move\":{\"to\":{\"id\":\"zzz\"}}} | move",
                "{\"move\":{\"to\":{\"id\":\"zzz\",\"name\":null}}} | move",
                "{\"move\":{\"to\":{}}} | move",
                "{\"move\":{\"to\":\"LONG\"}} | move",
                "{\"move\":{\"role\":\"LONG\"}} | role",
            })
    void aWrongCorrectionChangesNothing(String patch, String field) {
        String id = id("jane-doe");
        admin().body(patch.replace("LONG", "x".repeat(5000)))
                .patch(ADMIN + id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
        event(id).body("status", equalTo("rumored")).body("revisions", hasSize(1));
        decisions().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"deal\":{\"amountUsd\":1e400}}",
                "{\"deal\":{\"amountUsd\":\"Infinity\"}}",
                "{\"deal\":{\"amountUsd\":-1}}",
                "{\"deal\":{\"organizations\":[]}}",
                "{\"deal\":{\"organizations\":[{}]}}",
                "{\"deal\":{\"organizations\":\"x\"}}",
            })
    void aWrongFigureIsRefusedAndExportsStayWhole(String patch) {
        newsroom.publish("https://c.example/2", "2025-08-07", Told.deal(Kind.FUNDING, 1e9, "mistral", "asml"));
        place();
        String deal = list("?type=deal").getString("items[0].id");
        admin().body(patch).patch(ADMIN + deal).then().statusCode(400);
        given().get(EVENTS + ".csv").then().statusCode(200);
        admin().body("{\"deal\":{\"organizations\":[\"Mistral\",\"Nvidia\"],\"amountUsd\":2.5e9}}")
                .patch(ADMIN + deal)
                .then()
                .statusCode(200)
                .body("deal.organizations.id", contains("mistral-ai", "nvidia"))
                .body("headline", containsString("$2.5B"));
        given().get("/api/v1/organizations/nvidia").then().statusCode(200);
    }

    @Test
    void whatIsHiddenIsNotMerged() {
        String id = id("jane-doe");
        String other = id("jane-d-doe");
        admin().post(ADMIN + other + "/hide").then().statusCode(200);
        admin().body("{\"events\":[\"" + other + "\"]}")
                .post(ADMIN + id + "/merge")
                .then()
                .statusCode(409);
        event(id).body("sourceCount", equalTo(1));
    }

    @Test
    void aReadingThatFindsTheSameMovesNoId() {
        newsroom.publish(
                "https://c.example/1",
                "2026-05-21",
                move(JOIN, "alex-wang", "scale-ai", "meta").on("2026-05-21").saying("The founder of Scale joins Meta."),
                move(Kind.FOUND, "alex-wang", null, "scale-ai").on("2016").saying("The founder of Scale joins Meta."),
                move(JOIN, "alex-wang", null, "quora").on("2014").saying("The founder of Scale joins Meta."));
        place();
        List<Object> before = list("?salience=any").getList("items");
        long clock = newsroom.clock();
        for (String reading : List.of("v2", "v3")) {
            newsroom.extract(
                    "https://c.example/1",
                    reading,
                    move(JOIN, "alex-wang", "scale-ai", "meta")
                            .on("2026-05-21")
                            .saying("The founder of Scale joins Meta."),
                    move(Kind.FOUND, "alex-wang", null, "scale-ai")
                            .on("2016")
                            .saying("The founder of Scale joins Meta."),
                    move(JOIN, "alex-wang", null, "quora").on("2014").saying("The founder of Scale joins Meta."));
            place();
            assertThat(list("?salience=any").getList("items")).isEqualTo(before);
            assertThat(newsroom.clock()).isEqualTo(clock);
        }
    }

    @Test
    void eventsOfTwoNamesAreMergedAndPartedAgain() {
        String kept = id("jane-doe");
        String merged = id("jane-d-doe");
        admin().body("{\"events\":[\"" + merged + "\"]}")
                .post(ADMIN + kept + "/merge")
                .then()
                .statusCode(200)
                .body("sourceCount", equalTo(2))
                .body("move.person.name", equalTo("Jane Doe"))
                .body("move.from.id", equalTo("google"));
        given().redirects()
                .follow(false)
                .get(EVENTS + "/" + merged)
                .then()
                .statusCode(307)
                .header("Location", endsWith("/api/v1/events/" + kept));
        newsroom.extract(B, "v2", move(JOIN, "jane-d-doe", "google", "openai").role("researcher"));
        newsroom.publish("https://c.example/1", "2026-05-21", move(JOIN, "jane-d-doe", null, "openai"));
        place();
        event(kept).body("sourceCount", equalTo(3)).body("move.role", equalTo("researcher"));
        admin().post(ADMIN + merged + "/restore").then().statusCode(200).body("id", equalTo(merged));
        event(kept).body("sourceCount", equalTo(1));
        event(merged).body("sourceCount", equalTo(2)).body("move.person.id", equalTo("jane-d-doe"));
        admin().post(ADMIN + merged + "/restore").then().statusCode(409);
    }

    @Test
    void whatIsAboutSomethingElseIsSplitOff() {
        newsroom.publish("https://c.example/1", "2026-05-21", joins().saying("another Jane Doe"));
        place();
        String id = id("jane-doe");
        event(id).body("sourceCount", equalTo(2));
        admin().body("{\"sources\":[\"https://c.example/1\"]}")
                .post(ADMIN + id + "/split")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(id))
                .body("items.sourceCount", contains(1, 1))
                .body("items[0].sources[0].url", equalTo(A))
                .body("items[1].sources[0].url", equalTo("https://c.example/1"));
        decisions().body("items[0].sources", contains("https://c.example/1"));
        assertThat(people("jane-doe").getList("items")).hasSize(2);
        newsroom.extract(
                "https://c.example/1", "v2", joins().saying("another Jane Doe").as(Status.REPORTED));
        newsroom.publish("https://d.example/1", "2026-05-22", joins());
        place();
        assertThat(people("jane-doe").getList("items.sourceCount")).containsExactlyInAnyOrder(2, 1);
        undoLast();
        assertThat(people("jane-doe").getList("items.id")).containsExactly(id);
    }

    @Test
    void theEventKeepsItsIdWhenItsEarliestSourceIsSplitOff() {
        newsroom.publish("https://c.example/1", "2026-05-10", joins());
        place();
        String id = id("jane-doe");
        event(id).body("sourceCount", equalTo(2));
        admin().body("{\"sources\":[\"https://c.example/1\"]}")
                .post(ADMIN + id + "/split")
                .then()
                .body("items.id", contains(equalTo(id), not(equalTo(id))))
                .body("items[0].sources.url", contains(A));
        newsroom.extract(A, "v2", joins());
        place();
        event(id).body("sources.url", contains(A));
    }

    /** Two events of one sentence, and two of one person in one article: a decision on one is none on the other. */
    @Test
    void aDecisionOnOneEventOfAnArticleIsNoneOnItsNeighbours() {
        newsroom.publish(
                "https://c.example/1",
                "2026-05-21",
                move(LEAVE, "bill-peebles", "openai", null).saying("Weil and Peebles leave OpenAI."),
                move(LEAVE, "kevin-weil", "openai", null).saying("Weil and Peebles leave OpenAI."),
                move(Kind.FOUND, "kevin-weil", null, "acme").on("2016").saying("Weil founded Acme."));
        place();
        List<String> all = list("?salience=any").getList("items.id");
        for (String id : all) {
            admin().post(ADMIN + id + "/hide").then().statusCode(200).body("id", equalTo(id));
            assertThat(list("?salience=any").getList("items.id"))
                    .hasSize(all.size() - 1)
                    .doesNotContain(id);
            admin().post(ADMIN + id + "/restore").then().statusCode(200);
        }
        String weil = list("?person=kevin-weil&kind=leave").getString("items[0].id");
        admin().post(ADMIN + weil + "/hide");
        newsroom.extract(
                "https://c.example/1",
                "v2",
                move(LEAVE, "bill-peebles", "openai", null).saying("Weil and Peebles leave OpenAI."));
        place();
        assertThat(people("bill-peebles").getList("items")).hasSize(1);
        admin().body("{\"events\":[\"" + id("bill-peebles") + "\"]}")
                .post(ADMIN + id("jane-doe") + "/merge")
                .then()
                .statusCode(200)
                .body("sourceCount", equalTo(2));
    }

    @Test
    void theEventMergedIntoKeepsWhatItSaysAndItsId() {
        newsroom.publish(
                "https://c.example/1",
                "2026-01-10",
                move(LEAVE, "jane-d-doe", "google", null).on("2026-01-10"));
        place();
        String older = list("?kind=leave").getString("items[0].id");
        String kept = id("jane-doe");
        admin().body("{\"events\":[\"" + older + "\"]}")
                .post(ADMIN + kept + "/merge")
                .then()
                .statusCode(200)
                .body("id", equalTo(kept))
                .body("kind", equalTo("join"))
                .body("status", equalTo("rumored"))
                .body("sourceCount", equalTo(2));
        admin().post(ADMIN + older + "/restore").then().statusCode(200).body("kind", equalTo("leave"));
        event(kept).body("kind", equalTo("join")).body("sourceCount", equalTo(1));
        event(older).body("kind", equalTo("leave")).body("sourceCount", equalTo(1));
    }

    /** What was merged in is split off again, each of its sources once. */
    @ParameterizedTest
    @ValueSource(strings = {"https://b.example/1", "https://c.example/1"})
    void aSourceOfAnEventThatWasMergedInIsSplitOff(String parted) {
        newsroom.publish("https://c.example/1", "2026-05-21", move(JOIN, "jane-d-doe", "google", "openai"));
        place();
        String id = id("jane-doe");
        admin().body("{\"events\":[\"" + id("jane-d-doe") + "\"]}")
                .post(ADMIN + id + "/merge")
                .then()
                .body("sourceCount", equalTo(3));

        admin().body("{\"sources\":[\"" + parted + "\"]}")
                .post(ADMIN + id + "/split")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].sourceCount", equalTo(2))
                .body("items[1].sources.url", contains(parted));
    }

    /** Split, merged away and merged with others, undone in either order: every event has its id again. */
    @ParameterizedTest
    @ValueSource(strings = {"0 1 2", "1 0 2", "2 1 0"})
    void whateverIsUndoneInWhateverOrderLeavesTheIdsAsTheyWere(String order) {
        newsroom.publish("https://c.example/1", "2026-05-10", joins().saying("the earliest"));
        newsroom.publish("https://d.example/1", "2026-05-11", move(JOIN, "john-roe", null, "xai"));
        place();
        Map<String, Object> before = headlines();
        String doe = id("jane-doe");
        String apart = admin().body("{\"sources\":[\"https://c.example/1\"]}")
                .post(ADMIN + doe + "/split")
                .then()
                .extract()
                .path("items[1].id");
        String roe = id("john-roe");
        admin().body("{\"events\":[\"" + roe + "\"]}")
                .post(ADMIN + apart + "/merge")
                .then()
                .statusCode(200);
        admin().body("{\"events\":[\"" + apart + "\"]}")
                .post(ADMIN + doe + "/merge")
                .then()
                .statusCode(200);
        List<String> made = decisions().extract().jsonPath().getList("items.id", String.class);
        for (String number : order.split(" ")) {
            admin().delete(DECISIONS + "/" + made.get(Integer.parseInt(number)))
                    .then()
                    .statusCode(204);
        }
        assertThat(headlines()).isEqualTo(before);
    }

    @Test
    void aSplitThatIsUndoneBeforeItsPartIsMergedBackLeavesTheIdsAsTheyWere() {
        newsroom.publish("https://c.example/1", "2026-05-10", joins().saying("the earliest"));
        newsroom.publish("https://d.example/1", "2026-05-11", move(JOIN, "john-roe", null, "xai"));
        place();
        Map<String, Object> before = headlines();
        String apart = admin().body("{\"sources\":[\"https://c.example/1\"]}")
                .post(ADMIN + id("jane-doe") + "/split")
                .then()
                .extract()
                .path("items[1].id");
        admin().body("{\"events\":[\"" + apart + "\"]}")
                .post(ADMIN + id("john-roe") + "/merge")
                .then()
                .statusCode(200);
        List<String> made = decisions().extract().jsonPath().getList("items.id", String.class);
        admin().delete(DECISIONS + "/" + made.get(1)).then().statusCode(204);
        admin().delete(DECISIONS + "/" + made.get(0)).then().statusCode(204);
        assertThat(headlines()).isEqualTo(before);
    }

    @Test
    void eventsOfOneSentenceThatWereMergedHaveTheirOwnIdsAgain() {
        newsroom.publish(
                "https://c.example/1",
                "2026-05-21",
                move(LEAVE, "bill-peebles", "openai", null).saying("Weil and Peebles leave OpenAI."),
                move(LEAVE, "kevin-weil", "openai", null).saying("Weil and Peebles leave OpenAI."),
                move(LEAVE, "john-roe", "openai", null).saying("Weil and Peebles leave OpenAI."));
        place();
        Map<String, Object> before = headlines();
        admin().body("{\"events\":[\"" + id("kevin-weil") + "\",\"" + id("bill-peebles") + "\",\"" + id("john-roe")
                        + "\"]}")
                .post(ADMIN + id("jane-doe") + "/merge")
                .then()
                .statusCode(200);
        List<String> made = decisions().extract().jsonPath().getList("items.id", String.class);
        for (int number : new int[] {1, 0, 2}) {
            admin().delete(DECISIONS + "/" + made.get(number)).then().statusCode(204);
        }
        assertThat(headlines()).isEqualTo(before);
    }

    @Test
    void aScriptNeedNotNameTheTypeOfItsBody() {
        String id = id("jane-doe");
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .post(ADMIN + id + "/hide")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .contentType("application/x-www-form-urlencoded")
                .body("{\"note\":\"back\"}")
                .post(ADMIN + id + "/restore")
                .then()
                .statusCode(200);
        admin().body("{").post(ADMIN + id + "/hide").then().statusCode(400);
    }

    @Test
    void whatIsHiddenIsNowhereUntilItIsRestored() {
        String id = id("jane-doe");
        String cursor = list("").getString("changes");
        admin().post(ADMIN + id + "/hide").then().statusCode(200);
        given().get(EVENTS + "/" + id).then().statusCode(404);
        assertThat(people("jane-doe").getList("items")).isEmpty();
        assertThat(list("?q=jane").getList("items.id")).containsExactly(id("jane-d-doe"));
        given().get(EVENTS + "?changedSince=" + cursor).then().body("items[0].gone", equalTo(true));
        newsroom.publish("https://c.example/1", "2026-05-21", joins());
        newsroom.extract(A, "v2", joins().as(Status.REPORTED));
        place();
        assertThat(people("jane-doe").getList("items")).isEmpty();
        admin().post(ADMIN + id + "/restore").then().statusCode(200);
        event(id).body("sourceCount", equalTo(2));
        assertThat(list("?q=\"jane%20doe\"").getList("items.id")).containsExactly(id);
    }

    @Test
    void whatAnAdminVouchesForIsConfirmed() {
        String id = id("jane-doe");
        admin().body("{\"note\":\"I asked her\"}")
                .post(ADMIN + id + "/confirm")
                .then()
                .statusCode(200);
        event(id)
                .body("status", equalTo("confirmed"))
                .body("history.status", contains("rumored", "confirmed"))
                .body("history[1].source", startsWith("decision "));
        undoLast();
        event(id).body("status", equalTo("rumored"));
    }

    @Test
    void rebuildingChangesNothing() {
        newsroom.publish(
                "https://c.example/1",
                "2026-05-01",
                move(LEAVE, "jane-d-doe", "google", null).on("2026-05-01"));
        newsroom.publish("https://c.example/2", "2025-08-07", Told.release(Kind.RELEASE, "gpt-5"));
        place();
        admin().body("{\"events\":[\"" + id("jane-d-doe") + "\"]}")
                .post(ADMIN + id("jane-doe") + "/merge")
                .then()
                .statusCode(200);
        admin().body("{\"move\":{\"team\":\"Research\"}}").patch(ADMIN + id("jane-doe"));
        List<Object> before = list("?salience=any").getList("items");
        long clock = newsroom.clock();
        placing.startRebuild();
        while (placing.rebuildSome()) {
            assertThat(newsroom.clock()).isEqualTo(clock);
        }
        assertThat(list("?salience=any").getList("items")).isEqualTo(before);
        assertThat(newsroom.clock()).isEqualTo(clock);
    }

    @Test
    void aKilledDecisionLeavesNothingBehind() {
        String id = id("jane-doe");
        String other = id("jane-d-doe");
        long clock = newsroom.clock();
        for (Runnable decision : List.<Runnable>of(
                () -> curator.hide(id, EDITOR),
                () -> curator.confirm(id, EDITOR),
                () -> curator.merge(id, List.of(other), EDITOR))) {
            assertThatThrownBy(() -> writes.run(() -> {
                        decision.run();
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            event(id).body("status", equalTo("rumored")).body("revisions", hasSize(1));
            assertThat(newsroom.clock()).isEqualTo(clock);
            decisions().body("items", hasSize(0));
        }
        curator.hide(id, EDITOR);
        assertThat(people("jane-doe").getList("items")).isEmpty();
    }

    @Test
    void aRebuildThatIsKilledGoesOn() {
        for (int number = 0; number < 450; number++) {
            newsroom.publish(
                    "https://many.example/" + number, "2026-05-10", move(JOIN, "person-" + number, null, "xai"));
        }
        place();
        List<Object> before = list("?limit=500").getList("items");
        long clock = newsroom.clock();
        placing.startRebuild();
        assertThat(placing.rebuildSome()).isTrue();
        assertThatThrownBy(() -> writes.run(() -> {
                    placing.rebuildSome();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        int runs = 1;
        while (placing.rebuildSome()) {
            runs++;
        }
        assertThat(runs).isGreaterThan(1);
        assertThat(placing.rebuildSome()).isFalse();
        assertThat(list("?limit=500").getList("items")).isEqualTo(before);
        assertThat(newsroom.clock()).isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge | {\"events\":[]} | 400",
                "merge | {\"events\":[\"ID\"]} | 400",
                "merge | {\"events\":[\"nosuchevent\"]} | 404",
                "merge | {} | 400",
                "split | {\"sources\":[\"https://else.example/\"]} | 400",
                "split | {\"sources\":[\"https://a.example/1\"]} | 400",
                "split | {\"sources\":[null]} | 400",
                "restore | {} | 409",
            })
    void whatCannotBeIsRefused(String action, String body, int status) {
        String id = id("jane-doe");
        admin().body(body.replace("ID", id))
                .post(ADMIN + id + "/" + action)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        decisions().body("items", hasSize(0));
    }

    @Test
    void onlyTheSameSortOfEventCanBeMerged() {
        newsroom.publish("https://c.example/2", "2025-08-07", Told.release(Kind.RELEASE, "gpt-5"));
        place();
        String release = list("?model=gpt-5").getString("items[0].id");
        admin().body("{\"events\":[\"" + release + "\"]}")
                .post(ADMIN + id("jane-doe") + "/merge")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("events"));
    }

    @Test
    void strangersDecideNothing() {
        String id = id("jane-doe");
        for (String action : List.of("confirm", "hide", "restore", "merge", "split")) {
            given().contentType(ContentType.JSON)
                    .post(ADMIN + id + "/" + action)
                    .then()
                    .statusCode(401);
        }
        given().contentType(ContentType.JSON)
                .body("{\"status\":\"denied\"}")
                .patch(ADMIN + id)
                .then()
                .statusCode(401);
        given().get(DECISIONS).then().statusCode(401);
        given().delete(DECISIONS + "/x").then().statusCode(401);
        admin().post(ADMIN + "nosuchevent/hide").then().statusCode(404);
        admin().delete(DECISIONS + "/nosuchdecision").then().statusCode(404);
        event(id).body("id", notNullValue()).body("status", equalTo("rumored"));
    }

    private void place() {
        while (placing.runOnce(50) > 0) {
            assertThat(newsroom.count("event")).isPositive();
        }
    }

    private static void undoLast() {
        String decision = decisions().extract().path("items[0].id");
        admin().delete(DECISIONS + "/" + decision).then().statusCode(204);
        decisions().body("items[0].undoneBy", equalTo("admin"));
        admin().delete(DECISIONS + "/" + decision).then().statusCode(204);
    }

    /** The headline of each event, by id. */
    private static Map<String, Object> headlines() {
        JsonPath events = list("?salience=any");
        Map<String, Object> byId = new HashMap<>();
        List<String> ids = events.getList("items.id");
        for (int index = 0; index < ids.size(); index++) {
            byId.put(ids.get(index), events.get("items[" + index + "].headline"));
        }
        return byId;
    }

    private static String id(String person) {
        return people(person).getString("items[0].id");
    }

    private static JsonPath people(String person) {
        return list("?person=" + person);
    }

    private static ValidatableResponse event(String id) {
        return given().get(EVENTS + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse decisions() {
        return admin().get(DECISIONS).then().statusCode(200);
    }

    private static JsonPath list(String query) {
        return given().urlEncodingEnabled(false)
                .get(EVENTS + query.replace("\"", "%22"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType(ContentType.JSON);
    }

    private static Told joins() {
        return move(JOIN, "jane-doe", null, "openai");
    }
}
