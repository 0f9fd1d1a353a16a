package dev.labwire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator and a client's author rely on beside the API itself. */
@QuarkusTest
class OperationsTest {

    @Test
    void theServiceSaysThatItLivesAndIsReady() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("feeds-file", "lexicon"))
                .body("checks.find { it.name == 'lexicon' }.data.path", endsWith("lexicon"));
    }

    @Test
    void metricsAreThereForPrometheus() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void theApiDescribesItself() {
        JsonPath api = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        Map<String, Map<String, Object>> paths = api.getMap("paths");
        assertThat(paths.get("/api/v1/events")).containsKey("get");
        assertThat(paths.get("/api/v1/events/{id}")).containsKey("get");
        assertThat(paths.get("/api/v1/people")).containsKey("get");
        assertThat(paths.get("/api/v1/people/{id}")).containsKey("get");
        assertThat(paths.get("/api/v1/organizations")).containsKey("get");
        assertThat(paths.get("/api/v1/organizations/{id}")).containsKey("get");
        assertThat(paths.get("/api/v1/models")).containsKey("get");
        assertThat(paths.get("/api/v1/models/{id}")).containsKey("get");
        assertThat(paths.get("/api/v1/articles")).containsKey("get");
        assertThat(paths.get("/api/v1/extractions")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/feeds/{id}")).containsKeys("get", "put", "patch", "delete");
        assertThat(paths.get("/api/v1/admin/feeds/preview")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds/discover")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/feeds/plan")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/feeds.yaml")).containsKey("get");
        assertThat(paths.get("/api/v1/admin/feeds.opml")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/audit")).containsOnlyKeys("get");
        assertThat(paths.get("/api/v1/admin/keys")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/backups/{name}/restore")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds/{id}/poll")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds/{id}/pause")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds/{id}/resume")).containsKey("post");
        assertThat(paths.get("/api/v1/admin/feeds/{id}/fetches")).containsKey("get");
        assertThat(paths.get("/api/v1/subscriptions")).containsOnlyKeys("post");
        assertThat(paths.get("/digest/preview")).containsKey("get");
        assertThat(paths.get("/api/v1/admin/subscriptions")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/webhooks")).containsKeys("get", "post");
        assertThat(paths.get("/api/v1/admin/deliveries")).containsKey("get");
        assertThat(paths.get("/api/v1/admin/deliveries/{id}/retry")).containsKey("post");
        assertThat(api.getMap("components.schemas.SubscriptionRequest.properties"))
                .containsOnlyKeys("email", "timeZone", "deliverAt", "filter", "language", "whenQuiet");
        assertThat(paths.keySet()).as("pages behind links are no API").doesNotContain("/unsubscribe");
        assertThat(api.getList("paths.'/api/v1/people'.get.parameters.'$ref'"))
                .containsExactlyInAnyOrder(
                        "#/components/parameters/q", "#/components/parameters/limit", "#/components/parameters/cursor");
        assertThat(api.getInt("components.parameters.limit.schema.maximum")).isEqualTo(500);
        assertThat(api.getString("components.parameters.cursor.in")).isEqualTo("query");
        assertThat(paths.keySet()).as("the demo's pages are no API").noneMatch(path -> path.startsWith("/demo"));
    }

    @Test
    void theApiCanBeTriedInABrowser() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }
}
