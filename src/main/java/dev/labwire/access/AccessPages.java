package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Keys and the audit trail on pages. */
@Path("/admin")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class AccessPages {

    private static final int PAGE = 100;

    /** The pages. */
    @CheckedTemplate(basePath = "access")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance keys(
                String csrf, @Nullable String error, @Nullable ApiKeyView made, List<ApiKeyView> keys);

        static native TemplateInstance audit(
                String csrf, @Nullable String subject, @Nullable String older, List<AuditView> entries);
    }

    private final ApiKeys keys;
    private final AuditReader audit;
    private final KeyRequest requests;
    private final InstantSource clock;

    AccessPages(ApiKeys keys, AuditReader audit, KeyRequest requests, InstantSource clock) {
        this.keys = keys;
        this.audit = audit;
        this.requests = requests;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", SignInPages.HOME)
                .build();
    }

    @GET
    @Path("keys")
    @Operation(hidden = true)
    public TemplateInstance keys(@Context HttpServerRequest request) {
        return Templates.keys(Csrf.word(request), null, null, keys.all());
    }

    @POST
    @Path("keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @FormParam("action") @Nullable String action,
            @FormParam("id") @Nullable String id,
            @FormParam("name") @Nullable String name,
            @FormParam("scope") @Nullable String scope,
            @FormParam("days") @Nullable String days,
            @Context HttpServerRequest request) {
        try {
            if ("revoke".equals(action)) {
                keys.revoke(id == null ? "" : id);
                return Response.status(Response.Status.SEE_OTHER)
                        .header("Location", "/admin/keys")
                        .build();
            }
            ApiKeyView made = requests.make(name, scope, expiry(days));
            return page(200, Templates.keys(Csrf.word(request), null, made, keys.all()));
        } catch (ProblemException refusal) {
            return page(
                    refusal.problem().status(),
                    Templates.keys(Csrf.word(request), refusal.getMessage(), null, keys.all()));
        }
    }

    private @Nullable String expiry(@Nullable String days) {
        return days == null || !days.matches("\\d{1,4}")
                ? null
                : clock.instant().plus(Duration.ofDays(Long.parseLong(days))).toString();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("audit")
    @Operation(hidden = true)
    public TemplateInstance audit(
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("before") @DefaultValue("") String before,
            @Context HttpServerRequest request) {
        long from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        List<AuditView> entries = audit.before(from, new AuditQuery("", "", subject), PAGE);
        String older = entries.size() < PAGE
                ? null
                : "subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "&before="
                        + entries.get(PAGE - 1).id();
        return Templates.audit(Csrf.word(request), subject.isEmpty() ? null : subject, older, entries);
    }
}
