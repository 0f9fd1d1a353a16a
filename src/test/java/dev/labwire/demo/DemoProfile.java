package dev.labwire.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The demo as a user starts it, but on a free port and with its database in memory. */
public final class DemoProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "test,demo";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        String port = Integer.toString(freePort());
        return Map.of(
                "quarkus.http.test-port", port,
                "labwire.demo.port", port,
                "labwire.data-dir", "target/test-data/demo",
                "labwire.feeds-file", "target/test-data/demo/feeds.yaml",
                "quarkus.datasource.jdbc.url", "jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
                "quarkus.scheduler.enabled", "true");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
