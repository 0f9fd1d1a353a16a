package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Turns away a client that asks for expensive things too often, with the time to come back. */
final class RequestLimits {

    private static final Pattern EXPORT =
            Pattern.compile("/api/v1/events(?:\\.\\w+(?:\\.\\w+)?|/stream)|/digest/preview");
    private static final Pattern PROBE = Pattern.compile(
            "/api/v1/admin/(?:feeds/(?:preview|discover|plan)|feeds\\.opml|backups(?:/.*)?)|/admin/(?:discover|new-feed|edit-feed/.*|import)");
    private static final Set<String> SEARCH = Set.of("q", "facets", "asOf");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Rates rates;

    RequestLimits(Rates rates) {
        this.rates = rates;
    }

    /** The counts; made when first asked for, because filters are made before there are settings. */
    @ApplicationScoped
    static class Rates {

        private final RequestRate exports;
        private final RequestRate searches;
        private final RequestRate probes;

        Rates(AccessConfig config, InstantSource clock) {
            this.exports = new RequestRate(clock, config.limits().exportsPerMinute(), MINUTE);
            this.searches = new RequestRate(clock, config.limits().searchesPerMinute(), MINUTE);
            this.probes = new RequestRate(clock, config.limits().probesPerMinute(), MINUTE);
        }

        @Nullable
        RequestRate of(UriInfo uri) {
            String path = uri.getPath();
            if (PROBE.matcher(path).matches()) {
                return probes;
            }
            if (EXPORT.matcher(path).matches()) {
                return exports;
            }
            MultivaluedMap<String, String> given = uri.getQueryParameters();
            return path.startsWith("/api/v1/") && SEARCH.stream().anyMatch(given::containsKey) ? searches : null;
        }
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, HttpServerRequest http) {
        RequestRate rate = rates.of(request.getUriInfo());
        if (rate != null && !rate.admit(ClientAddress.network(http))) {
            throw ProblemException.tooMany(
                    "this client asks for expensive things too often", rate.secondsToNextWindow());
        }
    }
}
