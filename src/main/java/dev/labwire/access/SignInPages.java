package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where the admin signs in with a browser, and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
final class SignInPages {

    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    static final String HOME = "/admin/feeds";

    /** A path on this site: one slash, and nothing that a browser might take for another site or a new line. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\w./~%?&=+:,;@-]{0,500}");

    /** The page. */
    @CheckedTemplate(basePath = "access")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance signIn(@Nullable String error, String to);
    }

    private final SignIn signIn;
    private final BrowserSessions sessions;
    private final SessionCookie cookie;

    SignInPages(SignIn signIn, BrowserSessions sessions, SessionCookie cookie) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GET
    @Path(SIGN_IN)
    @Operation(hidden = true)
    public Response form(@QueryParam("to") @Nullable String to) {
        return page(200, null, to);
    }

    @POST
    @Path(SIGN_IN)
    @NonBlocking
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> signIn(
            @FormParam("name") @Nullable String name,
            @FormParam("password") @Nullable String password,
            @FormParam("to") @Nullable String to,
            @Context HttpServerRequest request) {
        String who = name == null ? "" : name;
        String client = ClientAddress.network(request);
        return signIn.turn(client)
                .chain(() -> onWorker(() -> answer(client, who, password == null ? "" : password, to, request)))
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal -> turnedAway(refusal, to));
    }

    private Response answer(
            String client, String name, String password, @Nullable String to, HttpServerRequest request) {
        return signIn.isRight(client, name, password)
                ? welcome(name, to, request)
                : page(401, "Wrong name or password.", to);
    }

    private static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response welcome(String name, @Nullable String to, HttpServerRequest request) {
        String token = sessions.begin(name, SessionCookie.token(request));
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", local(to))
                .cookie(cookie.of(token, request))
                .build();
    }

    private static Response turnedAway(ProblemException refusal, @Nullable String to) {
        return Response.fromResponse(
                        page(refusal.problem().status(), refusal.problem().detail(), to))
                .header("Retry-After", refusal.retryAfterSeconds())
                .build();
    }

    @POST
    @Path(SIGN_OUT)
    @Blocking
    @Operation(hidden = true)
    public Response signOut(@Context HttpServerRequest request) {
        String token = SessionCookie.token(request);
        if (token != null) {
            sessions.end(token);
        }
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", SIGN_IN)
                .cookie(cookie.gone(request))
                .build();
    }

    private static Response page(int status, @Nullable String error, @Nullable String to) {
        return Response.status(status)
                .entity(Templates.signIn(error, local(to)))
                .header("Cache-Control", "no-store")
                .build();
    }

    static String local(@Nullable String to) {
        return to != null && LOCAL.matcher(to).matches() ? to : HOME;
    }
}
