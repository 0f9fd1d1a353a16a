package dev.labwire.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import dev.labwire.feed.FeedCleaner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Makes one secret of each kind, has everything that can go wrong with them go wrong, and looks for them everywhere. */
@QuarkusTest
class SecretsTest {

    private static final String PASSWORD = "pa55-of-a-feed";
    private static final String TOKEN = "t0ken-of-a-feed";

    @Inject
    FeedCleaner cleaner;

    private final Loopback server = new Loopback();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final PatternFormatter lines = new PatternFormatter("%s%e");
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            log.add(lines.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(listening);
        cleaner.clear();
        server.close();
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "test-password").contentType("application/json");
    }

    @Test
    void noSecretIsFoundAnywhere() {
        Logger.getLogger("").addHandler(listening);
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, TOKEN, "test-password"));
        secrets.add(admin().body(Map.of("name", "k", "scope", "admin"))
                .post("/api/v1/admin/keys")
                .path("key"));
        secrets.add(admin().body(Map.of("url", "https://hook.example/?token=" + TOKEN))
                .post("/api/v1/admin/webhooks")
                .path("secret"));
        Browser browser = Browser.signedIn();
        secrets.add(browser.cookie());
        server.on("/loop", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(302, -1);
        });
        String authority = "feeder:" + PASSWORD + "@";
        String address = server.url("/loop").replace("//", "//" + authority) + "?token=" + TOKEN;
        for (String url : List.of(
                address,
                "https://" + authority + "unknown.invalid/feed?api_key=" + TOKEN,
                "https://" + authority + "[::1]/?sig=" + TOKEN)) {
            admin().body(Map.of("url", url)).post("/api/v1/admin/feeds/preview");
            String id = admin().body(Map.of("url", url, "tags", List.of("secret")))
                    .post("/api/v1/admin/feeds")
                    .path("id");
            admin().post("/api/v1/admin/feeds/" + id + "/poll");
            admin().body("{\"title\":\"changed\"}").patch("/api/v1/admin/feeds/" + id);
            admin().body(Map.of("id", "other", "url", url)).post("/api/v1/admin/feeds");
            admin().queryParam("site", url).get("/api/v1/admin/feeds/discover");
        }
        given().auth().preemptive().basic("admin", "wrong-" + TOKEN).get("/api/v1/admin/feeds");
        given().header("Authorization", "Bearer " + TOKEN).get("/api/v1/admin/feeds");
        admin().contentType("text/plain")
                .body("feeds: [{id: a, url: 'ftp://u:" + PASSWORD + "@x/'}]")
                .post("/api/v1/admin/feeds/plan");

        List<String> ids = admin().get("/api/v1/admin/feeds").path("items.id");
        List<String> paths = new ArrayList<>(List.of(
                "/api/v1/admin/feeds",
                "/api/v1/admin/feeds.yaml",
                "/api/v1/admin/feeds.opml",
                "/api/v1/admin/audit?limit=500",
                "/api/v1/admin/keys",
                "/api/v1/admin/feeds/plan",
                "/api/v1/admin/deliveries",
                "/admin/feeds",
                "/admin/keys",
                "/admin/audit",
                "/q/metrics",
                "/q/health",
                "/q/openapi",
                "/api/v1/events.jsonl"));
        ids.forEach(id -> paths.addAll(
                List.of("/api/v1/admin/feeds/" + id, "/api/v1/admin/feeds/" + id + "/fetches", "/admin/feeds/" + id)));
        for (String path : paths) {
            String answer = admin().get(path).asString();
            secrets.forEach(secret -> assertThat(answer).as(path).doesNotContain(secret));
        }
        assertThat(log).as("something was logged").isNotEmpty();
        secrets.forEach(secret -> assertThat(log).noneMatch(line -> line != null && line.contains(secret)));
    }
}
