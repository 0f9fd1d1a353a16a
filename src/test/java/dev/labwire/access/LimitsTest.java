package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.labwire.job.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much one client may ask for, what answers say to browsers, and what is logged of requests. */
@QuarkusTest
@TestProfile(LimitsTest.Small.class)
class LimitsTest {

    /** Three of each expensive thing in a minute; requests are logged. */
    public static final class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "labwire.limits.exports-per-minute", "3",
                    "labwire.limits.searches-per-minute", "3",
                    "labwire.limits.probes-per-minute", "3",
                    "quarkus.http.access-log.enabled", "true");
        }
    }

    @Inject
    MovableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set("2026-05-19T08:00:10Z");
    }

    @AfterEach
    void tellTheRealTime() {
        clock.release();
    }

    @Test
    void exportsAreLimitedPerMinute() {
        for (int time = 0; time < 3; time++) {
            given().get("/api/v1/events.csv").then().statusCode(200);
        }
        given().get("/api/v1/events.csv")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "50");
        given().get("/api/v1/events").then().statusCode(200);

        clock.advance(Duration.ofSeconds(50));
        given().get("/api/v1/events.csv").then().statusCode(200);
    }

    @Test
    void searchesAndProbesAreLimitedToo() {
        clock.advance(Duration.ofHours(1));
        for (int time = 0; time < 3; time++) {
            given().get("/api/v1/events?q=x").then().statusCode(200);
        }
        given().get("/api/v1/events?facets=type").then().statusCode(429);
        for (int time = 0; time < 3; time++) {
            given().auth()
                    .preemptive()
                    .basic("admin", "test-password")
                    .get("/api/v1/admin/feeds/plan")
                    .then()
                    .statusCode(200);
        }
        given().auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/api/v1/admin/feeds/discover?site=x")
                .then()
                .statusCode(429);
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        for (String path : List.of(
                "/",
                "/sign-in",
                "/api/v1/events",
                "/api/v1/nothing",
                "/q/health/live",
                "/labwire.css",
                "/subscriptions")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", not(containsString("script-src")))
                    .header("Referrer-Policy", org.hamcrest.Matchers.oneOf("same-origin", "no-referrer"))
                    .header("Strict-Transport-Security", equalTo("max-age=31536000"))
                    .header("Server", nullValue())
                    .header("X-Powered-By", nullValue());
        }
        given().redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic("admin", "test-password")
                .get("/admin/feeds")
                .then()
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void pagesHaveNoScript() {
        for (String path : List.of(
                "/",
                "/sign-in",
                "/admin/feeds",
                "/admin/new-feed",
                "/admin/keys",
                "/admin/audit",
                "/admin/backups",
                "/admin/import",
                "/admin/discover")) {
            String page = Browser.signedIn()
                    .with()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page)
                    .as(path)
                    .doesNotContainIgnoringCase("<script", "javascript:")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void theLogOfRequestsHasNoQueries() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("io.quarkus.http.access-log");
        log.addHandler(handler);
        try {
            given().get("/unsubscribe?token=s3cr3t-t0ken").then().statusCode(404);
            org.awaitility.Awaitility.await()
                    .until(() -> lines.stream().anyMatch(line -> line.contains("/unsubscribe")));
            assertThat(lines).noneMatch(line -> line.contains("s3cr3t"));
        } finally {
            log.removeHandler(handler);
        }
    }
}
