package dev.labwire.access;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForeignRequestsTest {

    private static final String PAUSE = "/api/v1/admin/feeds/no-such-feed/pause";

    @Test
    void anotherSiteCannotActThroughTheAdminsBrowser() {
        admin().header("Origin", "http://evil.test").post(PAUSE).then().statusCode(403);
        admin().header("Origin", "null").post(PAUSE).then().statusCode(403);
        admin().header("Sec-Fetch-Site", "cross-site").post(PAUSE).then().statusCode(403);
    }

    @Test
    void aScriptAndThisSiteItselfCan() {
        admin().post(PAUSE).then().statusCode(404);
        admin().header("Sec-Fetch-Site", "same-origin").post(PAUSE).then().statusCode(404);
    }

    @Test
    void aProxyMayAskUnderAnotherName() {
        admin().header("Origin", "https://labwire.example").post(PAUSE).then().statusCode(404);
        admin().header("Origin", "http://labwire.example").post(PAUSE).then().statusCode(403);
        admin().header("Origin", "https://labwire.example.evil.test")
                .post(PAUSE)
                .then()
                .statusCode(403);
    }

    @Test
    void readingIsNotHindered() {
        admin().header("Origin", "http://evil.test")
                .get("/api/v1/admin/feeds")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password");
    }
}
