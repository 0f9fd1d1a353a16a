package dev.labwire.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private final Loopback one = new Loopback();
    private final Loopback other = new Loopback();
    private final WebClient client = new WebClient(
            new EgressGuard(List.of("127.0.0.1/32")),
            new HostGate(Duration.ZERO, 4),
            new WebLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), 100_000, Duration.ofSeconds(5)),
            4,
            "test");

    @AfterEach
    void close() throws IOException {
        client.close();
        one.close();
        other.close();
    }

    private void hear(Loopback server) {
        server.on("/", "text/plain", "hello");
        assertThat(client.get(WebRequest.page(server.url("/"), null, null))).isInstanceOf(WebAnswer.Fetched.class);
    }

    @Test
    void whileOthersCanBeReachedAFailureIsThatOfTheHost() {
        hear(one);

        assertThat(client.isCutOff("http://gone.invalid/feed")).isFalse();
    }

    @Test
    void whenNoOtherCanBeReachedTheTroubleIsOurs() {
        hear(one);
        hear(other);
        one.close();
        other.close();

        assertThat(client.isCutOff("http://gone.invalid/feed")).isTrue();
    }

    @Test
    void whereNoOtherEverAnsweredNothingIsKnown() {
        assertThat(client.isCutOff("http://gone.invalid/feed")).isFalse();
        hear(one);
        one.close();
        assertThat(client.isCutOff(one.url("/")))
                .as("the failing one itself does not count")
                .isFalse();
    }
}
