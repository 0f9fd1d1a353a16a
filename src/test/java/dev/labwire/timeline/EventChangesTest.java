package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.extraction.Status;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was believed when, and what changed since. */
@QuarkusTest
class EventChangesTest {

    private static final String EVENTS = "/api/v1/events";
    private static final String A = "https://a.example/1";
    private static final String B = "https://b.example/1";

    @Inject
    Newsroom newsroom;

    @Inject
    Placing placing;

    @TestHTTPResource("/api/v1/events/stream")
    URI stream;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
    }

    @Test
    void anInstantShowsWhatWasBelievedThen() {
        newsroom.publish(A, "2026-05-10", joins().as(Status.RUMORED));
        placing.runOnce(50);
        String then = now();
        newsroom.publish(B, "2026-05-19", joins().on("2026-05-19"));
        placing.runOnce(50);
        String id = list("").getString("items[0].id");
        assertThat(list("").getString("items[0].status")).isEqualTo("confirmed");
        assertThat(list("?asOf=" + then).getString("items[0].status")).isEqualTo("rumored");
        assertThat(list("?status=rumored&asOf=" + then).getList("items")).hasSize(1);
        assertThat(list("?status=rumored").getList("items")).isEmpty();
        assertThat(list("?organization=OpenAI&person=jane-doe&language=en&asOf=" + then)
                        .getList("items"))
                .hasSize(1);
        assertThat(list("?q=jane&asOf=" + then).getString("items[0].status")).isEqualTo("rumored");
        assertThat(list("?asOf=2020-01-01").getList("items")).isEmpty();
        given().get(EVENTS + "/" + id + "?asOf=" + then)
                .then()
                .body("status", equalTo("rumored"))
                .body("history.status", contains("rumored"))
                .body("revisions", hasSize(1));
        given().get(EVENTS + "/" + id)
                .then()
                .body("history.status", contains("rumored", "confirmed"))
                .body("history.source", contains(A, B))
                .body("revisions.cause", contains(A, B));
        given().get(EVENTS + "/" + id + "?asOf=2020-01-01").then().statusCode(404);
    }

    @Test
    void whatIsGoneWasThereThen() {
        newsroom.publish(A, "2026-05-10", joins());
        placing.runOnce(50);
        String then = now();
        String id = list("").getString("items[0].id");
        newsroom.change(A, 2);
        placing.runOnce(50);
        assertThat(list("").getList("items")).isEmpty();
        assertThat(list("?asOf=" + then).getList("items")).hasSize(1);
        given().get(EVENTS + "/" + id).then().statusCode(404);
        given().get(EVENTS + "/" + id + "?asOf=" + then).then().statusCode(200);
    }

    @Test
    void changesComeInTheirOrderAndEachOnce() {
        newsroom.publish(A, "2026-05-10", joins(), move(JOIN, "john-roe", null, "xai"));
        placing.runOnce(50);
        JsonPath first = list("?changedSince=0");
        assertThat(first.getList("items.move.person.id")).containsExactly("jane-doe", "john-roe");
        assertThat(first.getString("next")).isNull();
        String cursor = first.getString("changes");
        assertThat(list("?changedSince=" + cursor).getList("items")).isEmpty();
        newsroom.publish(B, "2026-05-19", joins().on("2026-05-19"));
        placing.runOnce(50);
        JsonPath second = list("?changedSince=" + cursor);
        assertThat(second.getList("items.move.person.id")).containsExactly("jane-doe");
        assertThat(list("").getString("changes")).isEqualTo(second.getString("changes"));
    }

    @Test
    void aCursorOfAFutureThatWasLostIsRefused() {
        newsroom.publish(A, "2026-05-10", joins());
        placing.runOnce(50);
        String ahead = list("").getString("changes");
        newsroom.clear();
        given().get(EVENTS + "?changedSince=" + ahead)
                .then()
                .statusCode(400)
                .body("errors.field", contains("changedSince"));
        given().header("Last-Event-ID", ahead).get(EVENTS + "/stream").then().statusCode(400);
    }

    @Test
    void manyChangesCanBePagedThrough() {
        for (int number = 0; number < 7; number++) {
            newsroom.publish("https://a.example/" + number, "2026-05-10", move(JOIN, "person-" + number, null, "xai"));
        }
        placing.runOnce(50);
        List<String> seen = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonPath page = list("?limit=3&changedSince=" + next);
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whatIsGoneOrPassesNoMoreIsATombstone() {
        newsroom.publish(A, "2026-05-10", joins().as(Status.RUMORED), move(JOIN, "john-roe", null, "xai"));
        placing.runOnce(50);
        String cursor = list("?status=rumored").getString("changes");
        String id = list("?status=rumored").getString("items[0].id");
        newsroom.publish(B, "2026-05-19", joins().on("2026-05-19"));
        placing.runOnce(50);
        given().get(EVENTS + "?status=rumored&changedSince=" + cursor)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].gone", equalTo(true))
                .body("items[0].mergedInto", nullValue());
        assertThat(list("?q=doe&status=rumored&changedSince=" + cursor).getList("items"))
                .hasSize(1);
        assertThat(list("?status=denied&changedSince=" + cursor).getList("items"))
                .isEmpty();
    }

    @Test
    void theStreamTellsOfChangesAndGoesOnWhereItWasLeft() throws Exception {
        newsroom.publish(A, "2026-05-10", joins());
        placing.runOnce(50);
        String last;
        try (Listener listener = new Listener("?changedSince=0", null)) {
            assertThat(listener.next("data:")).contains("jane-doe");
            last = listener.id();
            assertThat(listener.fields()).containsExactlyInAnyOrder("id", "data");
        }
        newsroom.publish(B, "2026-05-19", move(JOIN, "john-roe", null, "xai"));
        placing.runOnce(50);
        try (Listener listener = new Listener("?changedSince=0", last)) {
            assertThat(listener.next("data:")).contains("john-roe");
            newsroom.change(A, 2);
            placing.runOnce(50);
            assertThat(listener.next("data:")).contains("\"gone\":true");
        }
    }

    @Test
    void theStreamHasTheFiltersOfTheList() throws Exception {
        try (Listener listener = new Listener("?organization=xai", null)) {
            assertThat(listener.next(":")).contains("listening");
            newsroom.publish(A, "2026-05-10", joins(), move(JOIN, "john-roe", null, "xai"));
            placing.runOnce(50);
            assertThat(listener.next("data:")).contains("john-roe");
        }
        given().get(EVENTS + "/stream?colour=red").then().statusCode(400);
        given().header("Last-Event-ID", "xyz").get(EVENTS + "/stream").then().statusCode(400);
    }

    /** Reads a stream line by line, as a browser would. */
    private final class Listener implements AutoCloseable {

        private final InputStream body;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Set<String> fields = new HashSet<>();
        private String id = "";

        Listener(String query, String lastSeen) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stream + query));
            if (lastSeen != null) {
                request.header("Last-Event-ID", lastSeen);
            }
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            body = answer.body();
            Thread reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closed) {
                lines.add("closed");
            }
        }

        String next(String start) throws InterruptedException {
            while (true) {
                String line = lines.poll(10, TimeUnit.SECONDS);
                assertThat(line).as("a line that begins with " + start).isNotNull();
                if (!line.isEmpty()) {
                    fields.add(line.substring(0, Math.max(0, line.indexOf(':'))));
                }
                id = line.startsWith("id:") ? line.substring(3).strip() : id;
                if (line.startsWith(start)) {
                    return line;
                }
            }
        }

        String id() {
            return id;
        }

        /** The names of the fields that came so far; a comment has none. */
        Set<String> fields() {
            return fields;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** An instant behind everything that was recorded so far. */
    private static String now() {
        Instant now = Instant.now();
        await().until(() -> Instant.now().isAfter(now.plusMillis(2)));
        return now.plusMillis(1).toString();
    }

    private static JsonPath list(String query) {
        return given().urlEncodingEnabled(false)
                .get(EVENTS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Told joins() {
        return move(JOIN, "jane-doe", null, "openai");
    }
}
