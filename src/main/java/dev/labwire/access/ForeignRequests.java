package dev.labwire.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a signed-in browser do: a request that changes something for the admin must come from
 * this site or from no site at all, going by the Fetch Metadata and Origin headers that browsers send.
 */
final class ForeignRequests {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @ServerRequestFilter
    Optional<Response> refuse(ContainerRequestContext request) {
        boolean changing = !HARMLESS.contains(request.getMethod())
                && request.getUriInfo().getPath().startsWith("/api/v1/admin/");
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean foreign = site != null && !OWN.contains(site)
                || foreign(request.getHeaderString("Origin"), request.getHeaderString("Host"));
        return changing && foreign ? Optional.of(Response.status(403).build()) : Optional.empty();
    }

    private static boolean foreign(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null || !authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
