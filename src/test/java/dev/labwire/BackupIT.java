package dev.labwire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is backed up while it polls and when all is read; both back-ups give the same timeline elsewhere. */
class BackupIT {

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

    @Test
    void aBackupRestoredElsewhereGivesTheSameTimeline() throws Exception {
        port = freePort();
        Path data = folder.resolve("data");
        start(data);
        await().atMost(Duration.ofSeconds(40)).until(() -> events().size() > 3);
        String early = backup();
        List<Map<String, Object>> timeline = settled();
        String late = backup();
        Path lateFile = download(late);

        admin().post("/api/v1/admin/backups/" + early + "/restore").then().statusCode(202);
        assertThat(command(data, lateFile).exitCode())
                .as("the command keeps away from a running service")
                .isEqualTo(2);
        end();

        Path fresh = folder.resolve("fresh");
        Ended restored = command(fresh, lateFile);
        assertThat(restored.exitCode()).as(restored.said()).isZero();
        start(fresh);
        assertThat(events()).as("at once, before anything is polled anew").isEqualTo(timeline);
        assertThat(settled()).isEqualTo(timeline);
        end();

        start(data);
        assertThat(told(settled()))
                .as("the early back-up, asked for over the API, reads on to the same")
                .isEqualTo(told(timeline));
        assertThat(data.toFile().list()).anyMatch(name -> name.startsWith("labwire.mv.db.before-restore-"));
    }

    @Test
    void aCommandThatMakesNoSenseSaysSo() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no archive");
        Ended ended = command(folder.resolve("none"), broken);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said()).contains("broken.zip can't be restored", "Nothing was changed");
        assertThat(folder.resolve("none").resolve("labwire.mv.db")).doesNotExist();
    }

    private String backup() {
        return admin().post("/api/v1/admin/backups")
                .then()
                .statusCode(201)
                .extract()
                .path("name");
    }

    private Path download(String name) throws IOException {
        byte[] archive = admin().get("/api/v1/admin/backups/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Files.write(folder.resolve("downloaded.zip"), archive);
    }

    private List<Map<String, Object>> events() {
        return request().get("/api/v1/events?salience=any&limit=500").jsonPath().getList("items");
    }

    /** What is told, without what may differ where articles came in another order. */
    private static List<String> told(List<Map<String, Object>> events) {
        return events.stream()
                .map(event -> event.get("headline") + " " + event.get("kind") + " " + event.get("status") + " "
                        + event.get("occurredOn") + " " + event.get("sourceCount"))
                .sorted()
                .toList();
    }

    private List<Map<String, Object>> settled() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    List<Integer> answers =
                            admin().get("/api/v1/admin/feeds").jsonPath().getList("items.lastStatus");
                    return !answers.isEmpty() && answers.stream().allMatch(status -> status != null && status == 200);
                });
        List<List<Map<String, Object>>> last = new ArrayList<>(List.of(List.of()));
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    List<Map<String, Object>> before = last.set(0, events());
                    return last.get(0).equals(before);
                });
        return last.get(0);
    }

    private RequestSpecification request() {
        return given().baseUri("http://127.0.0.1").port(port);
    }

    private RequestSpecification admin() {
        return request().auth().preemptive().basic("admin", "keeper");
    }

    private void start(Path data) throws IOException {
        Files.createDirectories(data);
        service = java(data, List.of()).start();
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

    private void end() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(20, TimeUnit.SECONDS))
                .as("stops when told to")
                .isTrue();
    }

    /** What a command said, and how it ended. */
    private record Ended(int exitCode, String said) {}

    private Ended command(Path data, Path archive) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process command = java(data, List.of("restore", archive.toString()))
                .redirectOutput(said.toFile())
                .start();
        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(command.exitValue(), Files.readString(said));
    }

    private ProcessBuilder java(Path data, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-Dquarkus.profile=demo",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dlabwire.data-dir=" + data,
                "-Dlabwire.feeds-file=" + folder.resolve("feeds.yaml"),
                "-Dlabwire.admin.password=keeper",
                "-jar",
                System.getProperty("labwire.jar")));
        line.addAll(arguments);
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
