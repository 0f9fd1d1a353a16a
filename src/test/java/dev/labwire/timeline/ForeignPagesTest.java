package dev.labwire.timeline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of an origin that the settings name may read the API; those of others may not. */
@QuarkusTest
@TestProfile(ForeignPagesTest.OneOrigin.class)
class ForeignPagesTest {

    /** The settings of the README. */
    public static final class OneOrigin implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", "https://dashboard.example");
        }
    }

    @Test
    void anOriginThatIsNamedMayRead() {
        given().header("Origin", "https://dashboard.example")
                .get("/api/v1/events")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://dashboard.example"));
    }

    @Test
    void anotherMayNot() {
        given().header("Origin", "https://evil.example")
                .get("/api/v1/events")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().get("/api/v1/events").then().statusCode(200);
    }
}
