package dev.labwire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.labwire.digest.Inbox.Mail;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and a real mail server, over TLS and with a password: from the first request to the digest. */
class DigestIT {

    private static final String JANE = "jane@example.org";

    /** Kept when the test fails, with the log of the service in it. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
    private Process service;
    private int port;

    @BeforeEach
    void startMail() throws IOException {
        mail.start();
        mail.setUser("digest@labwire.example", "digest", "a secret");
        try (InputStream store = DigestIT.class.getResourceAsStream("/greenmail.p12")) {
            Files.copy(store, folder.resolve("trust.p12"));
        }
        Files.writeString(folder.resolve("feeds.yaml"), "feeds: []\n");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        mail.stop();
    }

    private void start(Map<String, String> settings) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // it lives for seconds
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dlabwire.data-dir=" + folder.resolve("data"),
                "-Dlabwire.feeds-file=" + folder.resolve("feeds.yaml"),
                "-Dlabwire.admin.password=digest-test",
                "-Dlabwire.public-url=https://labwire.example",
                "-jar",
                System.getProperty("labwire.jar")));
        service = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(() -> request().get("/q/health/live").statusCode() == 200);
    }

    private Map<String, String> mailSettings() {
        // the certificate of the test server names no host
        return Map.of(
                "quarkus.tls.mail.hostname-verification-algorithm", "NONE",
                "quarkus.mailer.from", "Labwire <digest@labwire.example>",
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", String.valueOf(mail.getSmtps().getPort()),
                "quarkus.mailer.tls", "true",
                "quarkus.mailer.username", "digest",
                "quarkus.mailer.password", "a secret",
                "quarkus.mailer.tls-configuration-name", "mail",
                "quarkus.tls.mail.trust-store.p12.path",
                        folder.resolve("trust.p12").toString(),
                "quarkus.tls.mail.trust-store.p12.password", "changeit");
    }

    private RequestSpecification request() {
        return given().baseUri("http://127.0.0.1").port(port);
    }

    private Mail arrived(int count) throws Exception {
        assertThat(mail.waitForIncomingEmail(20_000, count)).as("mail " + count).isTrue();
        MimeMessage message = mail.getReceivedMessages()[count - 1];
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return Mail.of(raw.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void aDigestComesOverTlsToWhoConfirmed() throws Exception {
        start(mailSettings());
        request()
                .contentType("application/json")
                .body(Map.of("email", JANE, "language", "ja", "whenQuiet", true))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(202);
        Mail confirmation = arrived(1);
        assertThat(confirmation.subject()).isEqualTo("デイリーダイジェストの購読を確認してください");
        request().post(confirmation.link("/subscriptions/confirm")).then().statusCode(200);
        String id = request()
                .auth()
                .preemptive()
                .basic("admin", "digest-test")
                .get("/api/v1/admin/subscriptions")
                .jsonPath()
                .getString("items[0].id");
        request()
                .auth()
                .preemptive()
                .basic("admin", "digest-test")
                .post("/api/v1/admin/subscriptions/" + id + "/test")
                .then()
                .statusCode(202);

        Mail digest = arrived(2);
        assertThat(digest.to()).isEqualTo(JANE);
        assertThat(digest.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(digest.types()).containsExactly("text/plain", "text/html");
        request()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(digest.header("List-Unsubscribe").replaceAll("[<>]|https://labwire.example", ""))
                .then()
                .statusCode(200);
    }

    @Test
    void nothingIsSentUntilASenderIsSet() throws Exception {
        start(Map.of("quarkus.mailer.port", String.valueOf(mail.getSmtps().getPort())));
        request()
                .contentType("application/json")
                .body(Map.of("email", JANE))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("sender address"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }
}
