package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.FOUND;
import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventsResourceTest {

    private static final String EVENTS = "/api/v1/events";
    private static final String A = "https://a.example/1";

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    @BeforeEach
    void someNews() {
        newsroom.clear();
        newsroom.publish(
                A,
                "2026-05-19",
                move(JOIN, "andrej-karpathy", "openai", "anthropic")
                        .role("pre-training lead")
                        .on("2026-05-19")
                        .saying("Karpathy is joining Anthropic, 100% sure."),
                move(LEAVE, "andrej-karpathy", "tesla", null).on("2022-07").recalled());
        newsroom.publish("https://b.example/1", "2026-05-20", move(JOIN, "andrej-karpathy", null, "anthropic"));
        newsroom.publish(
                "https://a.example/2",
                "2025-08-07",
                Told.release(Kind.RELEASE, "gpt-5")
                        .on("2025-08-07")
                        .priced(1.25)
                        .scoring("SWE-bench Verified", 74.9));
        newsroom.publish(
                "https://a.example/3",
                "2025-09-09",
                Told.deal(Kind.FUNDING, 2e9, "mistral", "asml")
                        .as(Status.REPORTED)
                        .sure(0.6));
        newsroom.publish(
                "https://a.example/4",
                "2024-06-19",
                move(FOUND, "ilya-sutskever", "openai", "safe-superintelligence")
                        .on("2024-06-19"));
        newsroom.carry("karpathy-feed", "lab,news", A);
        while (placing.runOnce(50) > 0) {
            assertThat(newsroom.count("event")).isPositive();
        }
    }

    @Test
    void theListIsTheContractsNewestFirst() {
        list("").body(
                        "items.headline",
                        contains(
                                "Andrej Karpathy joins Anthropic",
                                "Mistral reportedly raises $2B",
                                "OpenAI releases GPT-5",
                                "Ilya Sutskever founds Safe Superintelligence"))
                .body("next", nullValue())
                .body("items[0].type", equalTo("people_move"))
                .body("items[0].kind", equalTo("join"))
                .body("items[0].occurredOn.date", equalTo("2026-05-19"))
                .body("items[0].occurredOn.precision", equalTo("day"))
                .body("items[0].move.person.id", equalTo("andrej-karpathy"))
                .body("items[0].move.from.name", equalTo("OpenAI"))
                .body("items[0].sources", hasSize(2))
                .body("items[0].sources[0].salience", equalTo("primary"))
                .body("items[0].sources[0].publishedAt", equalTo("2026-05-19T09:00:00Z"))
                .body("items[0].sourceCount", equalTo(2))
                .body("items[0].containsKey('release')", equalTo(false))
                .body("items[0].containsKey('history')", equalTo(false))
                .body("items[2].containsKey('move')", equalTo(false))
                .body("items[2].release.containsKey('priceIn')", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "type=deal, 1",
        "type=deal&type=model_release, 2",
        "kind=found, 1",
        "status=reported, 1",
        "organization=OpenAI, 3",
        "organization=asml, 1",
        "fromOrganization=openai, 2",
        "toOrganization=Anthropic, 1",
        "person=Andrej Karpathy, 1",
        "person=nobody, 0",
        "model=gpt-5, 1",
        "since=2025-08-07, 3",
        "until=2025-08-07, 2",
        "since=2025-09-09&until=2025-09-09, 1",
        "seenSince=2026-01-01T00:00:00Z, 1",
        "language=en, 4",
        "language=de, 0",
        "tag=news, 1",
        "tag=new, 0",
        "feed=karpathy-feed, 1",
        "minSources=2, 1",
        "minConfidence=0.7, 3",
        "salience=any, 5",
        "salience=background, 1",
        "q=KARPATHY joining, 1",
        "q=100%, 1",
        "q=%, 0",
        "q=pre-training, 1",
        "q=karpath, 0",
        "q=karpath*, 1",
        "q=pre-train*, 1",
        "q=\"joining anthropic\", 1",
        "q=\"anthropic joining\", 0",
        "q=anthropic -tesla, 1",
        "q=openai -releases, 2",
        "q=mistral&type=people_move, 0",
        "q=tesla&salience=any, 1",
        "q=karpathy mistral, 0",
        "person=andrej-karpathy&salience=any&kind=leave, 1",
    })
    void filtersPickTheirEvents(String query, int expected) {
        list("?" + query.replace("%", "%25").replace(" ", "%20").replace("\"", "%22"))
                .body("items", hasSize(expected));
    }

    @Test
    void wordsOfAnyScriptAreFoundAndShown() {
        String quote = "姚顺雨加入腾讯。";
        newsroom.publish(
                "https://zh.example/1",
                "2025-09-12",
                move(JOIN, "shunyu-yao", null, "tencent").saying(quote));
        placing.runOnce(50);
        given().queryParam("q", "腾讯")
                .get(EVENTS)
                .then()
                .statusCode(200)
                .body("items.sources.quote", contains(contains(quote)));
    }

    @Test
    void pagesShowEveryEventOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String page = "?salience=any&limit=2" + (cursor == null ? "" : "&cursor=" + cursor);
            ValidatableResponse answer = list(page);
            seen.addAll(answer.extract().jsonPath().getList("items.id", String.class));
            cursor = answer.extract().path("next");
        } while (cursor != null);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(list("?salience=any").extract().jsonPath().getList("items.id", String.class));
    }

    @Test
    void eventsOfOneDayAndInstantPageWithoutGaps() {
        for (int number = 0; number < 7; number++) {
            newsroom.publish(
                    "https://same.example/" + number,
                    "2026-06-01",
                    move(JOIN, "person-" + number, null, "xai").on("2026-06-01"));
        }
        placing.runOnce(50);
        HashSet<String> seen = new HashSet<>();
        String next = "";
        for (int page = 0; page < 7; page++) {
            ValidatableResponse answer = list("?organization=xai&limit=1" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.add(answer.extract().path("items[0].id"));
            next = page < 6 ? answer.extract().path("next") : "";
        }
        assertThat(seen).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "foo=1, foo",
        "type=move, type",
        "kind=joins, kind",
        "status=Confirmed, status",
        "since=yesterday, since",
        "until=2026-13-01, until",
        "seenSince=now, seenSince",
        "language=e%20n, language",
        "minSources=-1, minSources",
        "minConfidence=2, minConfidence",
        "minConfidence=NaN, minConfidence",
        "salience=all, salience",
        "limit=0, limit",
        "limit=501, limit",
        "limit=ten, limit",
        "limit=1&limit=2, limit",
        "cursor=xyz, cursor",
        "person=, person",
        "fields=secrets, fields",
        "asOf=then, asOf",
        "facets=colour, facets",
        "changedSince=xyz, changedSince",
        "changedSince=0&facets=type, facets",
        "changedSince=0&asOf=2026-01-01, asOf",
        "q=openai&cursor=xyz, cursor",
    })
    void aWrongParameterIsNamed(String query, String field) {
        given().urlEncodingEnabled(false)
                .get(EVENTS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors.field", contains(field));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        given().get(EVENTS + "?limit=0&foo=1").then().body("errors.field", containsInAnyOrder("limit", "foo"));
    }

    @Test
    void onlyTheFieldsAskedForComeBack() {
        list("?fields=id&fields=headline&limit=1")
                .body("items[0].keySet()", containsInAnyOrder("id", "headline"))
                .body("containsKey('next')", equalTo(true));
    }

    @Test
    void oneEventHasItsHistory() {
        String id = list("").extract().path("items[0].id");
        given().get(EVENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("history", hasSize(1))
                .body("history[0].status", equalTo("confirmed"))
                .body("history[0].source", equalTo(A))
                .body("history[0].occurredOn.date", equalTo("2026-05-19"));
    }

    @Test
    void otherFormsOfTheListCanBeFound() {
        String links = list("?type=deal&organization=Mistral%20AI").extract().header("Link");
        assertThat(links)
                .contains("</api/v1/events.rss?type=deal&organization=Mistral%20AI>; rel=\"alternate\";"
                        + " type=\"application/rss+xml\"")
                .contains("</api/v1/events.ics?");
        assertThat(list("?facets=type").extract().header("Link")).contains("</api/v1/events.atom>");
        given().get("/").then().body(containsString("href=\"/api/v1/events.atom?limit=100\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", ".jsonl", ".rss", ".atom", ".feed.json", ".ics"})
    void answersAreCompressedForWhoAsksForIt(String form) {
        given().header("Accept-Encoding", "gzip")
                .get(EVENTS + form)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"))
                .header("Vary", containsStringIgnoringCase("accept-encoding"));
        given().head(EVENTS + form).then().statusCode(200).header("ETag", notNullValue());
    }

    @Test
    void anUnknownEventIsAProblem() {
        given().get(EVENTS + "/nosuchevent")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("nosuchevent"));
    }

    @Test
    void aMergedEventLeadsToItsSurvivor() {
        newsroom.publish(
                "https://c.example/1",
                "2026-04-30",
                move(LEAVE, "andrej-karpathy", "xai", null).on("2026-05-01"));
        placing.runOnce(50);
        String leaving = list("?fromOrganization=xai").extract().path("items[0].id");
        String joining = list("?person=andrej-karpathy&kind=join").extract().path("items[0].id");
        newsroom.extract(
                "https://c.example/1",
                "v2",
                move(LEAVE, "andrej-karpathy", "openai", null).on("2026-05-01"));
        placing.runOnce(50);
        given().redirects()
                .follow(false)
                .get(EVENTS + "/" + leaving)
                .then()
                .statusCode(307)
                .header("Location", containsString(EVENTS + "/" + joining))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void aClientThatHasTheAnswerIsToldSo() {
        ValidatableResponse first = list("");
        String tag = first.extract().header("ETag");
        assertThat(tag).startsWith("W/\"").endsWith("\"");
        first.header("Cache-Control", equalTo("no-cache"));
        given().header("If-None-Match", "\"other\", " + tag)
                .get(EVENTS)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"").get(EVENTS).then().statusCode(200);
        list("?limit=1").header("ETag", not(equalTo(tag)));
        String one = EVENTS + "/" + first.extract().path("items[0].id");
        String itsTag = given().get(one).header("ETag");
        given().header("If-None-Match", itsTag).get(one).then().statusCode(304);
    }

    @Test
    void aPersonsPageHasTheWholeCareerInOrder() {
        given().get("/api/v1/people/andrej-karpathy")
                .then()
                .statusCode(200)
                .body("name", equalTo("Andrej Karpathy"))
                .body("career.kind", contains("leave", "join"));
        given().get("/api/v1/people/Andrej Karpathy").then().statusCode(200);
        given().get("/api/v1/people/nobody").then().statusCode(404);
    }

    @Test
    void aPersonsPageChainsThePositions() {
        given().get("/api/v1/people/andrej-karpathy")
                .then()
                .body("positions.organization.id", contains("tesla", "openai", "anthropic"))
                .body("positions[0].until", equalTo("2022-07-31"))
                .body("positions[2].from", equalTo("2026-05-19"))
                .body("positions[2].role", equalTo("pre-training lead"))
                .body("overlaps", hasSize(0));
    }

    @Test
    void aModelsPageSaysWhoReportedEachFigure() {
        given().get("/api/v1/models/gpt-5")
                .then()
                .body("stages.kind", contains("release"))
                .body("stages[0].occurredOn.date", equalTo("2025-08-07"))
                .body("figures.contextTokens", hasSize(0))
                .body("figures.priceIn[0].value", equalTo(1.25f))
                .body("figures.priceIn[0].reportedBy.url", contains("https://a.example/2"))
                .body("figures.benchmarks.'SWE-bench Verified'[0].value", equalTo(74.9f))
                .body("figures.benchmarks.'SWE-bench Verified'[0].unit", equalTo("%"));
    }

    @Test
    void facetsCountWhatPassesTheFilters() {
        list("?facets=type,organization&facets=language&limit=1")
                .body("items", hasSize(1))
                .body("facets.type.find { it.value == 'people_move' }.count", equalTo(2))
                .body("facets.organization[0].value", equalTo("openai"))
                .body("facets.organization[0].name", equalTo("OpenAI"))
                .body("facets.organization[0].count", equalTo(3))
                .body("facets.language", hasSize(1))
                .body("facets.language[0].count", equalTo(4));
        list("?facets=type&type=deal").body("facets.type.value", contains("deal"));
        list("?facets=tag&facets=feed")
                .body("facets.tag.value", contains("lab", "news"))
                .body("facets.feed[0].count", equalTo(1));
        list("?facets=kind&q=openai").body("facets.kind.value", containsInAnyOrder("found", "join", "release"));
        list("?facets=organization&asOf=2020-01-01").body("facets.organization", hasSize(0));
    }

    @Test
    void theBestAnswerComesFirstAndAnswersArePagedThrough() {
        list("?q=anthropic").body("items[0].headline", equalTo("Andrej Karpathy joins Anthropic"));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            ValidatableResponse page = list("?q=openai&limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.extract().jsonPath().getList("items.id", String.class));
            cursor = page.extract().path("next");
        } while (cursor != null);
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void anOrganizationsPageSaysWhoAndWhatCameAndWent() {
        given().get("/api/v1/organizations/openai")
                .then()
                .statusCode(200)
                .body("joined", hasSize(0))
                .body(
                        "left.headline",
                        contains("Andrej Karpathy joins Anthropic", "Ilya Sutskever founds Safe Superintelligence"))
                .body("released.headline", contains("OpenAI releases GPT-5"))
                .body("alumni.person.id", contains("andrej-karpathy", "ilya-sutskever"))
                .body("alumni.to.id", contains("anthropic", "safe-superintelligence"));
        given().get("/api/v1/organizations/anthropic").then().body("joined", hasSize(1));
    }

    @Test
    void aModelsPageHasItsStages() {
        given().get("/api/v1/models/gpt-5")
                .then()
                .statusCode(200)
                .body("name", equalTo("GPT-5"))
                .body("organization", equalTo("openai"))
                .body("events", hasSize(1));
    }

    @Test
    void theDirectoryListsAndPages() {
        given().get("/api/v1/people").then().body("items.id", contains("andrej-karpathy", "ilya-sutskever"));
        given().get("/api/v1/organizations?q=open").then().body("items.name", contains("OpenAI"));
        given().get("/api/v1/organizations?q=ssi")
                .then()
                .body("items.id", contains("safe-superintelligence"))
                .body("items[0].aliases", hasItem("SSI"));
        String next = given().get("/api/v1/people?limit=1").then().extract().path("next");
        given().get("/api/v1/people?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains("ilya-sutskever"))
                .body("next", nullValue());
        for (String foreign : List.of("zzz", "!!", list("?limit=1").extract().<String>path("next"))) {
            given().queryParam("cursor", foreign)
                    .get("/api/v1/people")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cursor"));
        }
        given().get("/api/v1/organizations?cursor=" + next).then().statusCode(400);
        given().get("/api/v1/models?wrong=1").then().statusCode(400).body("errors.field", contains("wrong"));
    }

    @Test
    void anArticleShowsWhatWasFoundInIt() {
        String event = list("").extract().path("items[0].id");
        given().queryParam("url", A + "/")
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .body("url", equalTo(A))
                .body("publisher", equalTo("a"))
                .body("mentions", hasSize(2))
                .body("mentions[0].kind", equalTo("join"))
                .body("mentions[0].event", equalTo(event))
                .body("containsKey('text')", equalTo(false));
        given().queryParam("url", "https://a.example/unknown")
                .get("/api/v1/articles")
                .then()
                .statusCode(404);
        given().get("/api/v1/articles").then().statusCode(400).body("errors.field", contains("url"));
    }

    @Test
    void theStoredTextOfAnArticleIsForAnAdmin() {
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .queryParam("url", A)
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .body("text", equalTo("the stored text"));
    }

    private static ValidatableResponse list(String query) {
        return given().urlEncodingEnabled(false)
                .get(EVENTS + query)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
