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
    private final Reachability reachability;

    WebClient(EgressGuard guard, HostGate gate, WebLimits limits, int perHost, String agent) {
        this.guard = guard;
        this.gate = gate;
        this.limits = limits;
        this.transport = new Transport(guard, limits, perHost, agent);
        this.reachability = new Reachability(new GuardedDns(guard));
        this.watchdogs = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "labwire-net-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Fetches, following redirects; waits for a turn at each host. */
    public WebAnswer get(WebRequest request) {
        return get(request, null);
    }

    /**
     * Fetches, following redirects.
     *
     * @param turn the turn for the host that is asked first, to be used up; null to wait for one
     */
    public WebAnswer get(WebRequest request, @Nullable Turn turn) {
        try (turn) {
            Optional<URI> start = Urls.web(request.url());
            if (start.isEmpty()) {
                return new Failed(Reason.BAD_ADDRESS, "not an http or https address: " + request.url());
            }
            try (Exchange exchange = new Exchange(limits.deadline(), watchdogs)) {
                return follow(request, start.get(), turn, exchange);
            }
        }
    }

    /** A turn at the host of this address, if one is free now; an address that cannot be asked needs none and has one. */
    public Optional<Turn> turn(String url) {
        String host = Urls.web(url).map(WebClient::host).orElse("");
        return gate.tryEnter(host) ? Optional.of(new Turn(gate, host)) : Optional.empty();
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
     * Nanoseconds until a request to the host of this address could start without waiting: 0 for at once,
     * {@link Long#MAX_VALUE} while others to it are under way.
     */
    public long delay(String url) {
        return Urls.web(url).map(uri -> gate.delay(host(uri))).orElse(0L);
    }

    /**
     * Whether a failure to reach this address looks like trouble of our own network: of the other hosts that answered
     * lately, none can be reached either. Takes some seconds at most.
     */
    public boolean isCutOff(String url) {
        return Urls.web(url).map(uri -> reachability.isCutOff(host(uri))).orElse(false);
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

    private WebAnswer follow(WebRequest request, URI start, @Nullable Turn turn, Exchange exchange) {
        URI at = start;
        URI permanent = start;
        boolean allPermanent = true;
        for (int hop = 0; hop <= WebLimits.MAX_REDIRECTS; hop++) {
            WebAnswer answer = turn != null && turn.isFor(host(at))
                    ? inTurn(turn, request, at, start, exchange)
                    : politely(request, at, start, exchange);
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
            return inTurn(new Turn(gate, host), request, uri, start, exchange);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Failed(Reason.BUSY, "stopped while waiting for " + host);
        }
    }

    private WebAnswer inTurn(Turn turn, WebRequest request, URI uri, URI start, Exchange exchange) {
        String host = host(uri);
        try (turn) {
            exchange.resume();
            WebAnswer answer = transport.once(request, uri, host.equals(host(start)) ? start : null, exchange);
            if (answer instanceof Fetched) {
                reachability.heardFrom(host, uri);
            }
            return answer;
        } finally {
            exchange.pause();
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
