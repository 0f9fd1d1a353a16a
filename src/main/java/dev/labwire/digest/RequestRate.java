package dev.labwire.digest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Counts what each client asks for in the current hour. Thread-safe; forgets everything when the hour is over. */
@Singleton
final class RequestRate {

    private static final int MILLIS_OF_AN_HOUR = 3_600_000;
    /** Groups of an IPv6 address that name a network; one client has all the addresses of its own. */
    private static final int NETWORK_GROUPS = 4;

    private final InstantSource clock;
    private final int most;
    private final Map<String, Integer> asked = new HashMap<>();
    private long hour;

    RequestRate(InstantSource clock, DigestConfig config) {
        this.clock = clock;
        this.most = config.digest().requestsPerHour();
    }

    /** Whether this client may ask once more; counts the request if so. */
    synchronized boolean admit(String client) {
        long now = Math.floorDiv(clock.millis(), (long) MILLIS_OF_AN_HOUR);
        if (now != hour) {
            hour = now;
            asked.clear();
        }
        return asked.merge(network(client), 1, Integer::sum) <= most;
    }

    /** The address that a request comes from. */
    static String client(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    private static String network(String client) {
        String[] groups = client.split(":", NETWORK_GROUPS + 1);
        return groups.length <= NETWORK_GROUPS ? client : String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
