package dev.labwire.net;

import dev.labwire.net.WebAnswer.Failed;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebAnswer.Reason;
import dev.labwire.text.Urls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests to strangers' servers within the limits of this house. Thread-safe; blocks its caller until the
 * answer is there or the deadline has passed, and answers with a value whatever happens.
 */
public final class WebClient implements AutoCloseable {

    private final EgressGuard guard;
    private final HostGate gate;
    private final WebLimits limits;
    private final Transport transport;
    private final ScheduledExecutorService watchdogs;

    WebClient(EgressGuard guard, HostGate gate, WebLimits limits, int perHost, String agent) {
        this.guard = guard;
        this.gate = gate;
        this.limits = limits;
        this.transport = new Transport(guard, limits, perHost, agent);
        this.watchdogs = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "labwire-net-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Fetches, following redirects. */
    public WebAnswer get(WebRequest request) {
        Optional<URI> start = Urls.web(request.url());
        if (start.isEmpty()) {
            return new Failed(Reason.BAD_ADDRESS, "not an http or https address: " + request.url());
        }
        try (Exchange exchange = new Exchange(limits.deadline(), watchdogs)) {
            return follow(request, start.get(), exchange);
        }
    }

    /**
     * Posts once, following no redirect. There is no spacing between posts to one host: its owner asked for them.
     */
    public WebAnswer post(WebPost post) {
        Optional<URI> at = Urls.web(post.url());
        if (at.isEmpty()) {
            return new Failed(Reason.BAD_ADDRESS, "not an http or https address: " + post.url());
        }
        try (Exchange exchange = new Exchange(limits.deadline(), watchdogs)) {
            exchange.resume();
            return transport.once(post, at.get(), exchange);
        }
    }

    /**
     * Whether this address can never be asked, as far as that shows without resolving a name: it is no web address, or its
     * host is written as an address of a network that may not be reached.
     */
    public boolean refuses(String url) {
        return Urls.web(url).map(this::isClosed).orElse(true);
    }

    private boolean isClosed(URI uri) {
        String host = uri.getHost();
        boolean literal = host.startsWith("[") || host.matches("(?i)[0-9.]+|0x[0-9a-f.]+|localhost\\.?");
        try {
            return literal && !guard.permits(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    private WebAnswer follow(WebRequest request, URI start, Exchange exchange) {
        URI at = start;
        URI permanent = start;
        boolean allPermanent = true;
        for (int hop = 0; hop <= WebLimits.MAX_REDIRECTS; hop++) {
            WebAnswer answer = politely(request, at, start, exchange);
            if (!(answer instanceof Fetched fetched)) {
                return answer;
            }
            String location = redirect(fetched);
            if (location == null) {
                return new Fetched(
                        fetched.status(), fetched.headers(), fetched.body(), at, permanent == start ? null : permanent);
            }
            Optional<URI> next = Urls.resolve(at, location);
            if (next.isEmpty()) {
                return new Failed(Reason.REDIRECTS, "a redirect leads to an address that is not followed: " + location);
            }
            at = next.get();
            allPermanent &= fetched.status() == 301 || fetched.status() == 308;
            permanent = allPermanent ? at : permanent;
        }
        return new Failed(Reason.REDIRECTS, "more than " + WebLimits.MAX_REDIRECTS + " redirects from " + start);
    }

    private static @Nullable String redirect(Fetched answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> answer.header("location").orElse(null);
            default -> null;
        };
    }

    private WebAnswer politely(WebRequest request, URI uri, URI start, Exchange exchange) {
        String host = host(uri);
        try {
            if (!gate.enter(host, limits.patience())) {
                return new Failed(Reason.BUSY, "too many requests of our own wait for " + host);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Failed(Reason.BUSY, "stopped while waiting for " + host);
        }
        try {
            exchange.resume();
            return transport.once(request, uri, host.equals(host(start)) ? start.getRawUserInfo() : null, exchange);
        } finally {
            exchange.pause();
            gate.leave(host);
        }
    }

    private static String host(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost().toLowerCase(java.util.Locale.ROOT) + ":" + port;
    }

    @Override
    public void close() throws IOException {
        watchdogs.shutdownNow();
        transport.close();
    }
}
