package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.access.Routes.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every route there is asked by nobody, by a reader and by the admin. */
@QuarkusTest
class RouteTableTest {

    static final String ADMIN = "Basic YWRtaW46dGVzdC1wYXNzd29yZA==";

    @Test
    void everyRouteStandsInTheTable() {
        Set<String> listed = Routes.table().stream().map(Route::name).collect(Collectors.toSet());

        Set<String> there = Routes.ofResources();
        assertThat(there).hasSizeGreaterThan(80);
        assertThat(there).as("routes that nobody has listed").isSubsetOf(listed);
        Set<String> stale = new TreeSet<>(listed);
        stale.removeAll(there);
        assertThat(stale)
                .as("lines that no resource answers are of the framework")
                .allMatch(line -> line.matches("GET /(q/.*|labwire\\.css|feeds\\.schema\\.json)"));
    }

    @Test
    void whoMayNotIsTurnedAwayAtEveryRoute() {
        String reader = key("read");
        for (Route route : Routes.table()) {
            int nobody = route.status(null);
            int readerGot = route.status(reader);
            if (route.needs().equals("admin")) {
                assertThat(nobody).as("%s by nobody", route.name()).isEqualTo(401);
                assertThat(readerGot).as("%s by a reader", route.name()).isEqualTo(403);
            } else if (!route.name().equals("POST /sign-in")) {
                assertThat(nobody).as("%s by nobody", route.name()).isNotIn(401, 403, 500);
                assertThat(readerGot).as("%s by a reader", route.name()).isNotIn(401, 403, 500);
            }
        }
    }

    @Test
    void theAdminGetsEverywhere() {
        String key = key("admin");
        for (Route route : Routes.table()) {
            if (!route.name().equals("POST /sign-in")) {
                assertThat(route.status(ADMIN))
                        .as("%s by the admin", route.name())
                        .isNotIn(401, 403, 500);
                assertThat(route.status(key))
                        .as("%s by an admin's key", route.name())
                        .isNotIn(401, 403, 500);
            }
        }
    }

    @Test
    void aPathThatIsWrittenOddlyLetsNobodyIn() {
        for (String path : List.of(
                "/api/v1/admin/feeds/",
                "/api/v1/admin/feeds;a=b",
                "/api/v1/admin;a=b/feeds",
                "/api/v1//admin/feeds",
                "//api/v1/admin/feeds",
                "/api/v1/./admin/feeds",
                "/api/v1/events/../admin/feeds",
                "/api/v1/events/%2e%2e/admin/feeds",
                "/api/v1/%61dmin/feeds",
                "/api/v1/admin%2ffeeds",
                "/q/health/../../api/v1/admin/feeds",
                "/labwire.css/../api/v1/admin/feeds",
                "/admin/feeds;x",
                "/admin//feeds",
                "/%61dmin/feeds",
                "/sign-in/../admin/feeds")) {
            Route route = new Route("GET", path, "admin", path);
            assertThat(route.status(null)).as(path).isIn(401, 404);
            assertThat(given().urlEncodingEnabled(false)
                            .header("X-HTTP-Method-Override", "GET")
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isIn(401, 403, 404, 405);
        }
        assertThat(given().head("/api/v1/admin/feeds").statusCode()).isEqualTo(401);
        assertThat(given().options("/api/v1/admin/feeds").statusCode()).isEqualTo(401);
    }

    static String key(String scope) {
        String key = given().header("Authorization", ADMIN)
                .contentType("application/json")
                .body(Map.of("name", "routes", "scope", scope))
                .post("/api/v1/admin/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return "Bearer " + key;
    }
}
