package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.labwire.access.Routes.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same door where the setting closes reads. */
@QuarkusTest
@TestProfile(ClosedReadsTest.Closed.class)
class ClosedReadsTest {

    /** Closes reads, and says that people come over TLS. */
    public static final class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("labwire.access.public-reads", "false");
        }
    }

    @Test
    void onlyWhatMustBeOpenIsOpen() {
        String reader = RouteTableTest.key("read");
        for (Route route : Routes.table()) {
            if (route.needs().equals("read")) {
                assertThat(route.status(null)).as("%s by nobody", route.name()).isEqualTo(401);
                assertThat(route.status(reader))
                        .as("%s by a reader", route.name())
                        .isNotIn(401, 403, 500);
            } else if (route.needs().equals("nothing") && !route.name().equals("POST /sign-in")) {
                assertThat(route.status(null)).as("%s by nobody", route.name()).isNotIn(401, 403, 500);
            }
        }
    }

    @Test
    void aPathThatIsWrittenOddlyOpensNothing() {
        for (String path : List.of(
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q//metrics",
                "/q/metrics/",
                "/q/metrics;a",
                "/sign-in/../api/v1/events",
                "/labwire.css/../api/v1/events",
                "/api/v1/events/",
                "/api/v1/events;a=b",
                "/demo/newsroom/../../api/v1/events",
                "/demo/newsroom/%2e%2e/%2e%2e/api/v1/events")) {
            assertThat(new Route("GET", path, "read", path).status(null))
                    .as(path)
                    .isIn(401, 404);
        }
    }

    @Test
    void aPersonIsShownTheWayIn() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/digest?x=1")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/sign-in?to=%2Fdigest%3Fx%3D1"));
        given().accept("application/json")
                .get("/api/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"));
    }
}
