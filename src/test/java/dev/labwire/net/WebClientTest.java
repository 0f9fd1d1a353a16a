package dev.labwire.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import dev.labwire.net.WebAnswer.Failed;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebAnswer.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebClientTest {

    private static final int CAP = 100_000;

    private final Loopback server = new Loopback();
    private final WebClient client = client(List.of("127.0.0.1/32"), Duration.ofMillis(1500));

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private static WebClient client(List<String> allowed, Duration deadline) {
        WebLimits limits = new WebLimits(deadline, Duration.ofSeconds(2), CAP, Duration.ofSeconds(5));
        return new WebClient(
                new EgressGuard(allowed), new HostGate(Duration.ZERO, 4), limits, 4, "Labwire/0.1 (+http://test)");
    }

    private WebAnswer get(String url) {
        return client.get(WebRequest.page(url, null, null));
    }

    @Test
    void answersBodyStatusAndHeaders() {
        server.on("/a", "text/plain", "hello");

        Fetched answer = (Fetched) get(server.url("/a"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(answer.header("Content-Type")).contains("text/plain");
        assertThat(answer.permanentUri()).isNull();
        assertThat(server.requests().get(0).get("User-agent")).containsExactly("Labwire/0.1 (+http://test)");
    }

    @Test
    void validatorsGoOutByteForByte() {
        server.on("/a", Loopback.status(304, "ETag", "W/\"x\""));

        Fetched answer =
                (Fetched) client.get(WebRequest.feed(server.url("/a"), "W/\"odd 'one'\"", "yesterday, roughly"));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(server.requests().get(0).get("If-none-match")).containsExactly("W/\"odd 'one'\"");
        assertThat(server.requests().get(0).get("If-modified-since")).containsExactly("yesterday, roughly");
    }

    @Test
    void compressedBodiesAreDecoded() throws IOException {
        byte[] text = "compressed".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        ByteArrayOutputStream deflate = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflate)) {
            out.write(text);
        }
        server.on("/g", Loopback.send(200, Map.of("Content-Encoding", "gzip"), gzip.toByteArray()));
        server.on("/d", Loopback.send(200, Map.of("Content-Encoding", "deflate"), deflate.toByteArray()));

        assertThat(((Fetched) get(server.url("/g"))).body()).isEqualTo(text);
        assertThat(((Fetched) get(server.url("/d"))).body()).isEqualTo(text);
    }

    @Test
    void tooLargeABodyIsRefused() {
        server.on("/big", Loopback.send(200, Map.of(), new byte[CAP + 1]));
        server.on("/fits", Loopback.send(200, Map.of(), new byte[CAP]));

        assertThat(reason(get(server.url("/big")))).isEqualTo(Reason.TOO_LARGE);
        assertThat(((Fetched) get(server.url("/fits"))).body()).hasSize(CAP);
    }

    @Test
    void aCompressedBombIsRefusedByItsDecodedSize() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[CAP * 20]);
        }
        assertThat(bomb.size()).isLessThan(CAP / 10);
        server.on("/bomb", Loopback.send(200, Map.of("Content-Encoding", "gzip"), bomb.toByteArray()));

        assertThat(reason(get(server.url("/bomb")))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void brokenCompressionIsAFailureNotAnException() {
        server.on("/bad", Loopback.send(200, Map.of("Content-Encoding", "gzip"), new byte[] {1, 2, 3}));

        assertThat(reason(get(server.url("/bad")))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void aDrippingServerMeetsTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 200 && !never.await(50, TimeUnit.MILLISECONDS); i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        long start = System.nanoTime();

        assertThat(reason(get(server.url("/drip")))).isEqualTo(Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void redirectsAreFollowedAndPermanentOnesRemembered() {
        server.on("/old", Loopback.status(301, "Location", "/newer"));
        server.on("/newer", Loopback.status(308, "Location", "/new"));
        server.on("/new", Loopback.status(302, "Location", "/today"));
        server.on("/today", "text/plain", "here");

        Fetched answer = (Fetched) get(server.url("/old"));

        assertThat(answer.finalUri().toString()).isEqualTo(server.url("/today"));
        assertThat(String.valueOf(answer.permanentUri())).isEqualTo(server.url("/new"));
    }

    @Test
    void circlesEnd() {
        server.on("/loop", Loopback.status(302, "Location", "/loop"));

        assertThat(reason(get(server.url("/loop")))).isEqualTo(Reason.REDIRECTS);
        assertThat(server.requests()).hasSize(WebLimits.MAX_REDIRECTS + 1);
    }

    @Test
    void redirectsToForbiddenPlacesAreRefused() {
        server.on("/private", Loopback.status(302, "Location", "http://10.0.0.1/"));
        server.on("/metadata", Loopback.status(302, "Location", "http://169.254.169.254/latest/"));
        server.on("/file", Loopback.status(302, "Location", "file:///etc/passwd"));

        assertThat(reason(get(server.url("/private")))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(reason(get(server.url("/metadata")))).isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(reason(get(server.url("/file")))).isEqualTo(Reason.REDIRECTS);
    }

    @Test
    void loopbackIsRefusedUnlessAllowed() throws IOException {
        server.on("/a", "text/plain", "secret");
        try (WebClient strict = client(List.of(), Duration.ofSeconds(2))) {
            for (String url : List.of(
                    server.url("/a"),
                    server.url("/a").replace("127.0.0.1", "localhost"),
                    server.url("/a").replace("127.0.0.1", "2130706433"))) {
                assertThat(reason(strict.get(WebRequest.page(url, null, null))))
                        .as(url)
                        .isEqualTo(Reason.FORBIDDEN_ADDRESS);
            }
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void onlyTheWebIsAsked() {
        assertThat(reason(get("ftp://example.com/"))).isEqualTo(Reason.BAD_ADDRESS);
        assertThat(reason(get("nonsense"))).isEqualTo(Reason.BAD_ADDRESS);
    }

    @Test
    void requestsToOneHostAreSpaced() throws Exception {
        HostGate gate = new HostGate(Duration.ofMillis(200), 5);
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            assertThat(gate.enter("a:80", Duration.ofSeconds(5))).isTrue();
        }
        assertThat(gate.enter("b:80", Duration.ofSeconds(5))).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(400), Duration.ofMillis(900));
    }

    @Test
    void onlySoManyRequestsAreUnderWayAtOneHost() throws Exception {
        HostGate gate = new HostGate(Duration.ZERO, 2);
        assertThat(gate.enter("a:80", Duration.ZERO)).isTrue();
        assertThat(gate.enter("a:80", Duration.ZERO)).isTrue();
        assertThat(gate.enter("a:80", Duration.ofMillis(20))).isFalse();
        gate.leave("a:80");
        assertThat(gate.enter("a:80", Duration.ZERO)).isTrue();
    }

    private static Reason reason(WebAnswer answer) {
        assertThat(answer).isInstanceOf(Failed.class);
        return ((Failed) answer).reason();
    }

    @Test
    void brotliIsDecoded() {
        // RFC 7932: one uncompressed meta-block of five bytes, and an empty last one.
        byte[] compressed = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
        server.on("/br", Loopback.send(200, Map.of("Content-Encoding", "br"), compressed));
        server.on("/broken", Loopback.send(200, Map.of("Content-Encoding", "br"), new byte[] {1, 2, 3, 4, 5, 6}));

        assertThat(((Fetched) get(server.url("/br"))).body()).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
        assertThat(((Failed) get(server.url("/broken"))).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void aTurnIsUsedUpByTheRequestItWasTakenFor() {
        WebClient narrow = new WebClient(
                new EgressGuard(List.of("127.0.0.1/32")),
                new HostGate(Duration.ZERO, 1),
                new WebLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), CAP, Duration.ofMillis(100)),
                1,
                "test");
        server.on("/a", "text/plain", "hello");
        String url = server.url("/a");
        Turn turn = narrow.turn(url).orElseThrow();

        assertThat(narrow.turn(url)).as("there is one at a time").isEmpty();
        assertThat(narrow.delay(url)).isEqualTo(Long.MAX_VALUE);
        assertThat(narrow.get(WebRequest.page(url, null, null), turn)).isInstanceOf(Fetched.class);
        assertThat(narrow.delay(url)).isZero();
        Turn unused = narrow.turn(url).orElseThrow();
        unused.close();
        unused.close();
        assertThat(narrow.turn(url)).isPresent();
    }
}
