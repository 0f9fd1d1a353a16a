package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a signed-in browser do. A request that changes something for the admin must come from
 * this site or from no site at all, going by the Fetch Metadata and Origin headers that browsers send; in a session it
 * must besides carry the word of {@link Csrf}.
 */
final class ForeignRequests {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final OwnOrigin own;

    ForeignRequests(OwnOrigin own) {
        this.own = own;
    }

    @ServerRequestFilter
    @WithFormRead
    Optional<Response> refuse(ResteasyReactiveContainerRequestContext request, HttpServerRequest http) {
        String path = request.getUriInfo().getPath();
        if (HARMLESS.contains(request.getMethod()) || !isGuarded(path)) {
            return Optional.empty();
        }
        if (isForeign(request)) {
            throw ProblemException.forbidden("Another site may not do this through your browser.");
        }
        boolean inSession = request.getHeaderString("Authorization") == null && SessionCookie.token(http) != null;
        if (inSession && !path.equals(SignInPages.SIGN_IN) && !Csrf.isRight(word(request), http)) {
            throw ProblemException.forbidden(
                    "The word that guards the session is missing: reload the page, or send it as " + Csrf.HEADER + ".");
        }
        return Optional.empty();
    }

    private static boolean isGuarded(String path) {
        return Door.needOf(path) == Door.Need.ADMIN
                || path.equals(SignInPages.SIGN_IN)
                || path.equals(SignInPages.SIGN_OUT);
    }

    private static @Nullable String word(ResteasyReactiveContainerRequestContext request) {
        String header = request.getHeaderString(Csrf.HEADER);
        if (header != null) {
            return header;
        }
        Object field = ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                .getFormParameter(Csrf.FIELD, true, false);
        return field == null ? null : field.toString();
    }

    private boolean isForeign(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        return site != null && !OWN.contains(site)
                || origin != null && !own.is(origin, request.getHeaderString("Host"));
    }
}
