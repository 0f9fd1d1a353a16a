package dev.labwire.access;

import dev.labwire.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What those get who may not: a person at a page the way to sign in, everybody else a problem. */
final class RefusalMappers {

    private static final String CHALLENGE = "Basic realm=\"labwire\", charset=\"UTF-8\"";

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unknown(SecurityException failure, HttpServerRequest request) {
        if (isPerson(request)) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header(
                            "Location",
                            SignInPages.SIGN_IN + "?to=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        return problem(401, "Unauthorized", "Sign in as a user who may do this.")
                .header("WWW-Authenticate", CHALLENGE)
                .build();
    }

    private static boolean isPerson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method().name().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && request.getHeader("Authorization") == null
                && !request.path().startsWith("/api/");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return problem(403, "Forbidden", "This user may not do this.").build();
    }

    private static Response.ResponseBuilder problem(int status, String title, String detail) {
        return Response.status(status)
                .type(new MediaType("application", "problem+json"))
                .entity(new Problem("about:blank", title, status, detail, List.of()));
    }
}
