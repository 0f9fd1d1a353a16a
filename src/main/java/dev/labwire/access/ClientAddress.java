package dev.labwire.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/**
 * The address that a request comes from. It is the connection's own: what a header says of it counts only where
 * {@code quarkus.http.proxy} trusts the proxy that set it.
 */
public final class ClientAddress {

    /** Groups of an IPv6 address that name a network; one client has all the addresses of its own. */
    private static final int NETWORK_GROUPS = 4;

    private ClientAddress() {}

    /** What one client can't choose: the whole address, or of an IPv6 address the network. */
    public static String network(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? ""
                : network(request.remoteAddress().hostAddress());
    }

    static String network(String address) {
        String[] groups = address.split(":", NETWORK_GROUPS + 1);
        return groups.length <= NETWORK_GROUPS ? address : String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
