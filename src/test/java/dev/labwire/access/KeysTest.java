package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.labwire.job.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys for programs, from the day they are made to the day they hold no more. */
@QuarkusTest
class KeysTest {

    private static final String KEYS = "/api/v1/admin/keys";

    @Inject
    MovableClock clock;

    @Inject
    ApiKeys keys;

    @AfterEach
    void tellTheRealTime() {
        clock.release();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType("application/json");
    }

    private static ValidatableResponse make(Map<String, Object> body) {
        return admin().body(body).post(KEYS).then();
    }

    private static int ask(String key, String path) {
        return given().header("Authorization", "Bearer " + key).get(path).statusCode();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        ValidatableResponse made = make(Map.of("name", "dashboard", "scope", "read"))
                .statusCode(201)
                .body("key", startsWith("lw_"))
                .body("lastUsedAt", nullValue());
        String key = made.extract().path("key");
        String id = made.extract().path("id");

        admin().get(KEYS).then().statusCode(200).body("items.id", hasItem(id)).body(not(containsString(key)));
        assertThat(keys.find("publicId", id).firstResult().keyHash).hasSize(64).doesNotContain(key);
    }

    @Test
    void aReadKeyReadsAndAnAdminKeyDoesAll() {
        String reader = make(Map.of("name", "r")).extract().path("key");
        String admin = make(Map.of("name", "a", "scope", "admin")).extract().path("key");

        assertThat(ask(reader, "/api/v1/events")).isEqualTo(200);
        assertThat(ask(reader, "/api/v1/admin/feeds")).isEqualTo(403);
        assertThat(ask(admin, "/api/v1/admin/feeds")).isEqualTo(200);
        assertThat(ask("lw_" + "x".repeat(43), "/api/v1/admin/feeds")).isEqualTo(401);
        assertThat(ask("", "/api/v1/admin/feeds")).isEqualTo(401);
        assertThat(ask("garbage", "/api/v1/events"))
                .as("told, also where nobody needs a key")
                .isEqualTo(401);
    }

    @Test
    void aKeyEndsWhenItExpiresAndWhenItIsRevoked() {
        clock.set("2026-05-19T08:00:00Z");
        ValidatableResponse expiring = make(Map.of("name", "e", "scope", "admin", "expiresAt", "2026-05-20T08:00:00Z"));
        ValidatableResponse revoked = make(Map.of("name", "v", "scope", "admin"));
        String key = revoked.extract().path("key");
        assertThat(ask(expiring.extract().path("key"), "/api/v1/admin/keys")).isEqualTo(200);

        clock.advance(Duration.ofDays(1));
        assertThat(ask(expiring.extract().path("key"), "/api/v1/admin/keys")).isEqualTo(401);
        admin().delete(KEYS + "/" + revoked.extract().path("id")).then().statusCode(204);
        assertThat(ask(key, "/api/v1/admin/keys")).isEqualTo(401);
        admin().delete(KEYS + "/" + revoked.extract().path("id")).then().statusCode(204);
        admin().delete(KEYS + "/unknown").then().statusCode(404);
    }

    @Test
    void theLastUseIsShown() {
        clock.set("2026-05-19T08:00:00Z");
        ValidatableResponse made = make(Map.of("name", "u", "scope", "admin"));
        String shown = "items.find { it.id == '" + made.extract().path("id") + "' }.lastUsedAt";
        clock.advance(Duration.ofHours(1));
        ask(made.extract().path("key"), "/api/v1/admin/feeds");

        admin().get(KEYS).then().body(shown, equalTo("2026-05-19T09:00:00Z"));
    }

    @Test
    void badInputSaysWhichFieldIsWrong() {
        make(Map.of()).statusCode(400).body("errors.field", hasItem("name"));
        make(Map.of("name", "x", "scope", "root")).statusCode(400).body("errors.field", hasItem("scope"));
        make(Map.of("name", "x", "expiresAt", "2020-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.field", hasItem("expiresAt"));
        make(Map.of("name", "x", "expiresAt", "tomorrow")).statusCode(400);
        make(Map.of("name", "a\nb")).statusCode(400);
        Map<String, Object> unknown = new HashMap<>(Map.of("name", "x"));
        unknown.put("admin", true);
        make(unknown).statusCode(400).body("errors[0].field", equalTo("admin"));
        admin().body("{").post(KEYS).then().statusCode(400);
        admin().post(KEYS).then().statusCode(400);
    }

    @Test
    void theTrailSaysWhoMadeAndRevokedAKeyAndNeverTheKey() {
        ValidatableResponse made = make(Map.of("name", "trailed", "scope", "admin"));
        String id = made.extract().path("id");
        String key = made.extract().path("key");
        String other = make(Map.of("name", "other")).extract().path("id");
        given().header("Authorization", "Bearer " + key)
                .delete(KEYS + "/" + other)
                .then()
                .statusCode(204);

        admin().queryParam("subject", "key:" + id)
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("key.create"))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].after.name", equalTo("trailed"))
                .body(not(containsString(key)));
        admin().queryParam("subject", "key:" + other)
                .get("/api/v1/admin/audit")
                .then()
                .body("items[0].action", equalTo("key.revoke"))
                .body("items[0].actor", equalTo("key:trailed"))
                .body("items[0].changed", equalTo(java.util.List.of("revokedAt")))
                .body("items[0].before.revokedAt", nullValue())
                .body("items[0].after.revokedAt", notNullValue());
    }

    @Test
    void thePageMakesAndRevokesKeys() {
        Browser browser = Browser.signedIn();
        browser.form("/admin/keys")
                .formParam("action", "make")
                .formParam("name", "<b>bold</b>")
                .formParam("scope", "read")
                .formParam("days", "30")
                .post("/admin/keys")
                .then()
                .statusCode(200)
                .body(containsString("lw_"))
                .body(containsString("&lt;b&gt;bold"))
                .body(not(containsString("<b>bold")));
        String id = admin().get(KEYS).path("items.find { it.name == '<b>bold</b>' }.id");
        browser.form("/admin/keys")
                .formParam("action", "revoke")
                .formParam("id", id)
                .post("/admin/keys")
                .then()
                .statusCode(303);
        browser.with().get("/admin/keys").then().statusCode(200).body(containsString("revoked"));
    }
}
