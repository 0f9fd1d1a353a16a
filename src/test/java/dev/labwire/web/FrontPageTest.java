package dev.labwire.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrontPageTest {

    @Test
    void aBrowserGetsAPageThatLeadsToTheApi() {
        given().accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Labwire"))
                .body(containsString("/api/v1/events"))
                .body(not(containsString("javascript:")));
    }
}
