package dev.labwire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed again and again while it reads the demo's newsroom, loses nothing and doubles nothing. */
class SurvivalIT {

    private static final int KILLS = 4;
    private static final int MOST_REPEATS = 2;
    private static final long SEED = 20260519;
    /** From the opened door until the newsroom is read takes a few seconds; the kills fall in there. */
    private static final int LATEST_KILL_MILLIS = 2500;

    private static final List<String> COUNTED = List.of(
            "feed",
            "feed_item",
            "article",
            "article where read_state = 'read'",
            "article_version",
            "placed_article",
            "extraction e join article a on a.current_version_id = e.version_id",
            "mention m join placed_article p on p.extraction_id = m.extraction_id",
            "event where gone = false",
            "event_source");
    private static final String TOLD =
            "select concat_ws(' | ', headline, kind, status, date_from, date_to, source_count)"
                    + " from event where gone = false order by 1";

    /** Pages with hardly any text are asked for again much later; every other page has been read. */
    private static final String UNFINISHED = """
            select concat('entry ', link) from feed_item where linked = false
            union all
            select concat('page ', url, ': ', coalesce(read_error, 'not asked for')) from article
            where read_state = 'due' and coalesce(read_error, '') not like '%hardly any text%'
            union all
            select concat('reading ', a.url) from article a where not exists (
                select 1 from placed_article p join extraction e on e.id = p.extraction_id
                where p.article_id = a.id and e.version_id = a.current_version_id)
            """;

    /** Kept when the test fails, with the log of the service in it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Process service;
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null && service.isAlive()) {
            service.destroyForcibly().waitFor();
        }
    }

    /** What a run left behind: rows of each table, each event in a line, and what is still to be done. */
    private record Outcome(Map<String, Long> rows, List<String> events, List<String> unfinished) {}

    @Test
    void killsLoseNothingAndDoubleNothing() throws Exception {
        Outcome undisturbed = quietRun(folder.resolve("undisturbed"), freePort());
        assertThat(undisturbed.rows())
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

        Path disturbed = folder.resolve("disturbed");
        int samePort = freePort();
        Random chance = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            start(disturbed, samePort);
            boolean ended = service.waitFor(chance.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS);
            assertThat(ended).as("the service ended by itself").isFalse();
            service.destroyForcibly().waitFor();
        }

        Outcome survived = quietRun(disturbed, samePort);
        assertThat(survived.rows()).isEqualTo(undisturbed.rows());
        assertThat(survived.events()).isEqualTo(undisturbed.events());
    }

    /** Runs until nothing is left to do and looks into the database; a slow machine takes more than one run for it. */
    private Outcome quietRun(Path data, int onPort) throws Exception {
        Outcome outcome = settled(data, onPort);
        for (int again = 0; again < MOST_REPEATS && !outcome.unfinished().isEmpty(); again++) {
            outcome = settled(data, onPort);
        }
        assertThat(outcome.unfinished()).isEmpty();
        return outcome;
    }

    private Outcome settled(Path data, int onPort) throws Exception {
        start(data, onPort);
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(250))
                .until(this::everyFeedPolled);
        String[] last = {""};
        await().atMost(Duration.ofSeconds(40))
                .during(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    String before = last[0];
                    last[0] = timeline();
                    return last[0].equals(before);
                });
        service.destroy();
        assertThat(service.waitFor(20, TimeUnit.SECONDS))
                .as("stops when told to")
                .isTrue();
        return outcome(data);
    }

    private void start(Path data, int onPort) throws IOException {
        port = onPort;
        Files.createDirectories(data);
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-Dquarkus.profile=demo",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dlabwire.data-dir=" + data,
                        "-Dlabwire.feeds-file=" + data.resolve("feeds.yaml"),
                        "-Dlabwire.admin.password=survivor",
                        "-jar",
                        System.getProperty("labwire.jar"))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log.txt").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50))
                .until(this::isUp);
    }

    private boolean isUp() {
        assertThat(service.isAlive()).as("the service runs").isTrue();
        try {
            return request().get("/q/health/live").statusCode() == 200;
        } catch (Exception notYet) {
            return false;
        }
    }

    private boolean everyFeedPolled() {
        Response feeds =
                request().auth().preemptive().basic("admin", "survivor").get("/api/v1/admin/feeds");
        List<Integer> answers = feeds.jsonPath().getList("items.lastStatus");
        return !answers.isEmpty() && answers.stream().allMatch(status -> status != null && status == 200);
    }

    private String timeline() {
        return request()
                .queryParam("limit", 500)
                .queryParam("salience", "any")
                .get("/api/v1/events")
                .asString();
    }

    private RequestSpecification request() {
        return given().baseUri("http://127.0.0.1").port(port);
    }

    private static Outcome outcome(Path data) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("labwire"), "labwire", "labwire");
                Statement question = database.createStatement()) {
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : COUNTED) {
                rows.put(table, count(question, table));
            }
            return new Outcome(rows, lines(question, TOLD), lines(question, UNFINISHED));
        }
    }

    private static List<String> lines(Statement question, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet answer = question.executeQuery(query)) {
            while (answer.next()) {
                lines.add(answer.getString(1));
            }
        }
        return lines;
    }

    private static long count(Statement question, String table) throws SQLException {
        try (ResultSet answer = question.executeQuery("select count(*) from " + table)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
