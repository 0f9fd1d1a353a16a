package dev.labwire.webhook;

import static dev.labwire.Loopback.status;
import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.timeline.merge.Told.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import dev.labwire.Loopback;
import dev.labwire.delivery.Postman;
import dev.labwire.extraction.Status;
import dev.labwire.job.MovableClock;
import dev.labwire.timeline.Newsroom;
import dev.labwire.timeline.merge.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are called when something changes. */
@QuarkusTest
class WebhooksTest {

    private static final String WEBHOOKS = "/api/v1/admin/webhooks";
    private static final String A = "https://a.example/1";

    private final Loopback receiver = new Loopback();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A call as it arrived. */
    private record Call(Map<String, List<String>> headers, String body) {

        JsonPath json() {
            return JsonPath.from(body);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().get(0))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Inject
    Newsroom newsroom;

    @Inject
    WebhookStep step;

    @Inject
    MovableClock clock;

    @Inject
    Postman postman;

    @BeforeEach
    void emptyHouse() {
        newsroom.clear();
        listen();
    }

    @AfterEach
    void close() {
        clock.release();
        receiver.close();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType("application/json");
    }

    private JsonPath webhook(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("url", receiver.url("/hook")));
        body.putAll(more);
        return admin().body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void run() {
        int behind;
        do {
            behind = step.runOnce(2);
        } while (behind > 0);
        postman.go();
    }

    private void publish(String url, Told... told) {
        newsroom.publish(url, "2026-05-18", told);
        newsroom.place();
        run();
    }

    private static Told joins(String to) {
        return move(JOIN, "jane-doe", null, to).on("2026-05-18");
    }

    @Test
    void aCallIsSignedSoThatItsReceiverCanTell() {
        String secret = webhook(Map.of()).getString("secret");
        publish(A, joins("anthropic"));

        Call call = calls.get(0);
        Map<String, List<String>> lower = call.headers().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        assertThatCode(() -> new Webhook(secret).verify(call.body(), HttpHeaders.of(lower, (name, value) -> true)))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        new Webhook(secret).verify(call.body() + " ", HttpHeaders.of(lower, (name, value) -> true)))
                .hasMessageContaining("signature");
        assertThat(call.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void eachChangeIsToldOnceAsWhatItIs() {
        webhook(Map.of());
        publish(A, joins("anthropic").as(Status.RUMORED));
        publish("https://b.example/1", joins("anthropic"));
        newsroom.change(A, 2);
        newsroom.change("https://b.example/1", 2);
        newsroom.place();
        run();
        run();

        assertThat(calls)
                .extracting(call -> call.json().getString("type"))
                .containsExactly("event.created", "event.updated", "event.gone");
        assertThat(calls.get(0).json().getString("data.headline")).contains("Jane Doe");
        assertThat(calls.get(1).json().getString("data.status")).isEqualTo("confirmed");
        assertThat(calls.get(2).json().getBoolean("data.gone")).isTrue();
        assertThat(calls)
                .extracting(call -> call.json().getString("data.id"))
                .containsOnly(calls.get(0).json().getString("data.id"));
        assertThat(calls).extracting(call -> call.header("webhook-id")).doesNotHaveDuplicates();
    }

    @Test
    void aFilterIsThatOfTheListOfEvents() {
        webhook(Map.of("filter", Map.of("organization", "xAI", "type", List.of("people_move"))));
        publish(A, joins("anthropic"), move(JOIN, "john-roe", null, "xai").on("2026-05-18"));

        assertThat(calls)
                .extracting(call -> call.json().getString("data.headline"))
                .containsExactly("John Roe joins Xai");
    }

    @Test
    void whatWasThereBeforeIsNotTold() {
        publish(A, joins("anthropic"));
        webhook(Map.of());
        run();

        assertThat(calls).isEmpty();
    }

    @Test
    void nothingIsLookedForWhereNumbersWereLeftOut() {
        webhook(Map.of());
        publish(A, joins("anthropic"));
        newsroom.leaveOut(100_000);

        assertThat(step.runOnce(50)).isEqualTo(1);
        assertThat(step.runOnce(50)).isZero();
        publish("https://b.example/1", move(JOIN, "john-roe", null, "xai").on("2026-05-18"));
        assertThat(calls).hasSize(2);
    }

    @Test
    void manyChangesAreAllTold() {
        webhook(Map.of());
        for (int number = 0; number < 25; number++) {
            newsroom.publish(
                    A + number,
                    "2026-05-18",
                    move(JOIN, "person-" + number, null, "xai").on("2026-05-18"));
        }
        newsroom.place();
        run();

        assertThat(calls)
                .extracting(call -> call.json().getString("data.id"))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void aReceiverThatIsDownIsCalledAgainWithTheSameId() {
        clock.set("2026-05-18T12:00:00Z");
        String id = webhook(Map.of()).getString("id");
        receiver.on("/hook", status(503));
        publish(A, joins("anthropic"));
        admin().get("/api/v1/admin/deliveries?endpoint=" + id)
                .then()
                .body("items[0].state", equalTo("pending"))
                .body("items[0].lastCode", equalTo(503))
                .body("items[0].attempts", equalTo(1));
        String delivery = admin().get("/api/v1/admin/deliveries?endpoint=" + id)
                .jsonPath()
                .getString("items[0].id");
        listen();
        clock.advance(Duration.ofSeconds(3));
        run();
        assertThat(calls).as("not before its time").isEmpty();
        clock.advance(Duration.ofSeconds(3));
        run();

        assertThat(calls).extracting(call -> call.header("webhook-id")).containsExactly(delivery);
    }

    private void listen() {
        receiver.on("/hook", exchange -> {
            calls.add(new Call(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        });
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIs() {
        clock.set("2026-05-18T12:00:00Z");
        String id = webhook(Map.of()).getString("id");
        receiver.on("/hook", status(429, "Retry-After", "3600"));
        publish(A, joins("anthropic"));

        admin().get("/api/v1/admin/deliveries?endpoint=" + id)
                .then()
                .body("items[0].nextAttemptAt", equalTo("2026-05-18T13:00:00Z"));
    }

    @Test
    void aReceiverThatStaysDownIsTriedTenTimesOverThreeDays() {
        clock.set("2026-05-18T12:00:00Z");
        String id = webhook(Map.of()).getString("id");
        receiver.on("/hook", status(500));
        publish(A, joins("anthropic"));
        for (int hour = 0; hour < 120; hour++) {
            clock.advance(Duration.ofHours(1));
            run();
        }

        String delivery = admin().get("/api/v1/admin/deliveries?state=dead&endpoint=" + id)
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .getString("items[0].id");
        admin().get("/api/v1/admin/deliveries/" + delivery).then().body("log", hasSize(10));
        listen();
        admin().post("/api/v1/admin/deliveries/" + delivery + "/retry").then().statusCode(200);
        run();
        assertThat(calls).extracting(call -> call.header("webhook-id")).containsExactly(delivery);
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        String id = webhook(Map.of()).getString("id");
        receiver.on("/moved", exchange -> {
            calls.add(new Call(Map.of(), ""));
            exchange.sendResponseHeaders(204, -1);
        });
        receiver.on("/hook", status(308, "Location", receiver.url("/moved")));
        publish(A, joins("anthropic"));

        assertThat(calls).isEmpty();
        admin().get("/api/v1/admin/deliveries?endpoint=" + id).then().body("items[0].lastCode", equalTo(308));
    }

    @Test
    void aReceiverThatIsGoneIsNotCalledAgain() {
        String id = webhook(Map.of()).getString("id");
        receiver.on("/hook", status(410));
        publish(A, joins("anthropic"), move(JOIN, "john-roe", null, "xai").on("2026-05-18"));
        admin().get(WEBHOOKS + "/" + id)
                .then()
                .body("enabled", equalTo(false))
                .body("disabledBecause", containsString("410"));
        listen();
        publish("https://b.example/1", move(JOIN, "ann-poe", null, "xai").on("2026-05-18"));
        assertThat(calls).isEmpty();

        admin().post(WEBHOOKS + "/" + id + "/enable").then().body("enabled", equalTo(true));
        publish("https://c.example/1", move(JOIN, "max-moe", null, "xai").on("2026-05-18"));
        assertThat(calls)
                .extracting(call -> call.json().getString("data.headline"))
                .containsExactly("Max Moe joins Xai");
    }

    @Test
    void anAddressInAForbiddenNetworkIsNotCalled() {
        String id = webhook(Map.of("url", "http://169.254.169.254/latest/meta-data"))
                .getString("id");
        publish(A, joins("anthropic"));

        admin().get("/api/v1/admin/deliveries?endpoint=" + id)
                .then()
                .body("items[0].lastError", containsString("private or reserved network"));
    }

    @Test
    void oneSlowReceiverDoesNotHoldUpTheOthers() {
        CountDownLatch others = new CountDownLatch(1);
        receiver.on("/slow", exchange -> {
            try {
                others.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
        });
        webhook(Map.of("url", receiver.url("/slow")));
        webhook(Map.of());
        for (int number = 0; number < 6; number++) {
            newsroom.publish(
                    A + number,
                    "2026-05-18",
                    move(JOIN, "person-" + number, null, "xai").on("2026-05-18"));
        }
        newsroom.place();
        while (step.runOnce(50) > 0) {
            // until all is in the outbox
        }
        Thread sending = new Thread(postman::go);
        sending.start();
        await().atMost(Duration.ofSeconds(6)).until(() -> calls.size() == 6);
        others.countDown();
        await().until(() -> !sending.isAlive());
    }

    @Test
    void aSecretIsReplacedWithoutACallGoingUnsigned() {
        JsonPath made = webhook(Map.of());
        String fresh = admin().post(WEBHOOKS + "/" + made.getString("id") + "/rotate")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .extract()
                .jsonPath()
                .getString("secret");
        publish(A, joins("anthropic"));

        assertThat(calls.get(0).header("webhook-signature").split(" ")).hasSize(2);
        assertThat(Set.of(made.getString("secret"), fresh)).hasSize(2);
        clock.advance(Duration.ofHours(25));
        publish("https://b.example/1", move(JOIN, "john-roe", null, "xai").on("2026-05-18"));
        assertThat(calls.get(1).header("webhook-signature").split(" ")).hasSize(1);
    }

    @Test
    void aTestCallSaysThatItIsOne() {
        String id = webhook(Map.of()).getString("id");
        admin().post(WEBHOOKS + "/" + id + "/test").then().statusCode(202);
        postman.go();

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.json().getString("type")).isEqualTo("test"));
        admin().post(WEBHOOKS + "/" + id + "/disable").then().body("enabled", equalTo(false));
        admin().post(WEBHOOKS + "/" + id + "/test").then().statusCode(409);
    }

    @Test
    void aWebhookIsListedWithoutItsSecretAndGoesForGood() {
        String id = webhook(Map.of("description", "our chat", "secret", "whsec_" + "QUFB".repeat(8)))
                .getString("id");
        admin().get(WEBHOOKS)
                .then()
                .body("items.id", hasItems(id))
                .body("items[0].description", equalTo("our chat"))
                .body("items[0].secret", nullValue());
        admin().delete(WEBHOOKS + "/" + id).then().statusCode(204);
        admin().get(WEBHOOKS + "/" + id).then().statusCode(404);
        admin().delete(WEBHOOKS + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\":\"ftp://example.org\"}",
                "{\"url\":\"https://example.org\",\"secret\":\"short\"}",
                "{\"url\":\"https://example.org\",\"secret\":\"whsec_QUFB\"}",
                "{\"url\":\"https://example.org\",\"secret\":\"whsec_***\"}",
                "{\"url\":\"https://example.org\",\"filter\":{\"kind\":\"dance\"}}",
                "{\"url\":\"https://example.org\",\"filter\":[]}",
                "{\"url\":\"https://example.org\",\"colour\":\"red\"}",
                "",
                "[]"
            })
    void aWrongWebhookIsRefused(String body) {
        admin().body(body).post(WEBHOOKS).then().statusCode(400).contentType("application/problem+json");
    }
}
