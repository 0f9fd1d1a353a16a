package dev.labwire.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.Loopback;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedAdminResourceTest {

    private static final String FEEDS = "/api/v1/admin/feeds";

    @Inject
    FeedReconciler reconciler;

    private final Loopback server = new Loopback();

    @BeforeEach
    void define() {
        server.on(
                "/rest",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><item><title>T</title><guid>rest</guid></item></channel></rss>");
        reconciler.apply(List.of(new FeedDefinition(
                "rest",
                "Rest",
                server.url("/rest"),
                null,
                "Lab",
                List.of("lab"),
                null,
                false,
                true,
                dev.labwire.net.RequestOptions.NONE,
                1)));
    }

    @AfterEach
    void close() {
        admin().post(FEEDS + "/rest/resume");
        reconciler.apply(List.of());
        server.close();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password");
    }

    @Test
    void strangersAreRefused() {
        given().get(FEEDS).then().statusCode(401).contentType("application/problem+json");
        given().auth().preemptive().basic("admin", "wrong").get(FEEDS).then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("nobody", "test-password")
                .get(FEEDS)
                .then()
                .statusCode(401);
    }

    @Test
    void theAdminSeesEveryFeed() {
        admin().get(FEEDS).then().statusCode(200).body("items.id", hasItem("rest"));
        admin().get(FEEDS + "/rest")
                .then()
                .statusCode(200)
                .body("managedBy", equalTo("file"))
                .body("organization", equalTo("Lab"))
                .body("interval", nullValue())
                .body("nextPollAt", notNullValue());
        admin().get(FEEDS + "/unknown").then().statusCode(404);
    }

    @Test
    void aPollAnswersWhatCameOfIt() {
        admin().post(FEEDS + "/rest/poll")
                .then()
                .statusCode(200)
                .body("status", equalTo(200))
                .body("error", nullValue());
        admin().get(FEEDS + "/rest").then().body("articles", equalTo(1)).body("lastStatus", equalTo(200));
        admin().get(FEEDS + "/rest/fetches").then().statusCode(200).body("items[0].status", equalTo(200));
        admin().post(FEEDS + "/unknown/poll").then().statusCode(404);
    }

    @Test
    void aPausedFeedIsNotPolled() {
        admin().post(FEEDS + "/rest/pause").then().statusCode(200).body("paused", equalTo(true));
        admin().post(FEEDS + "/rest/poll").then().statusCode(409).body("detail", containsString("paused"));
        admin().post(FEEDS + "/rest/resume").then().statusCode(200).body("paused", equalTo(false));
    }

    @Test
    void aRetiredFeedIsNotPolled() {
        reconciler.apply(List.of());
        admin().post(FEEDS + "/rest/poll").then().statusCode(409).body("detail", containsString("retired"));
        admin().get(FEEDS).then().body("items.findAll { it.id == 'rest' }", hasSize(1));
    }

    @Test
    void theHealthOfAFeedIsToldFromItsPolls() {
        admin().post(FEEDS + "/rest/poll").then().statusCode(200);
        admin().post(FEEDS + "/rest/poll").then().statusCode(200);
        server.on("/rest", Loopback.status(500));
        admin().post(FEEDS + "/rest/poll").then().statusCode(200);

        admin().get(FEEDS + "/rest/health")
                .then()
                .statusCode(200)
                .body("polls", greaterThanOrEqualTo(3))
                .body("outcomes.failed", greaterThanOrEqualTo(1))
                .body("outcomes.unchanged", greaterThanOrEqualTo(1))
                .body("statuses.'500'", greaterThanOrEqualTo(1))
                .body("bytes", greaterThan(0))
                .body("unchangedShare", greaterThan(0f))
                .body("days[0].failed", greaterThanOrEqualTo(1))
                .body("warnings[0]", containsString("the server has trouble (500)"));
        admin().get(FEEDS + "/nobody/health").then().statusCode(404);
    }
}
