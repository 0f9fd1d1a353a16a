package dev.labwire.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Tells trouble of our own network from trouble of a host: when one fails, others that answered lately are looked for. The
 * answer holds for a few seconds. Thread-safe.
 */
final class Reachability {

    private static final int REMEMBERED = 16;
    private static final int TRIED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration HOLDS = Duration.ofSeconds(10);

    private final DnsResolver dns;
    private final Map<String, URI> answered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, URI> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long asked;
    private boolean others = true;
    private boolean known;

    Reachability(DnsResolver dns) {
        this.dns = dns;
    }

    /** Notes that a host answered something. */
    void heardFrom(String host, URI uri) {
        synchronized (answered) {
            answered.put(host, uri);
            known = false;
        }
    }

    /** Whether no other host that answered before can be reached; false as well where there was none. */
    boolean isCutOff(String failing) {
        List<URI> candidates = new ArrayList<>();
        synchronized (answered) {
            if (known && System.nanoTime() - asked < HOLDS.toNanos()) {
                return !others;
            }
            answered.forEach((host, uri) -> {
                if (!host.equals(failing)) {
                    candidates.add(0, uri);
                }
            });
        }
        if (candidates.isEmpty()) {
            return false;
        }
        boolean reached = candidates.stream().limit(TRIED).anyMatch(this::answers);
        synchronized (answered) {
            asked = System.nanoTime();
            others = reached;
            known = true;
            return !reached;
        }
    }

    private boolean answers(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            InetAddress address = dns.resolve(uri.getHost())[0];
            socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
