package dev.labwire.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.delivery.WebhookSecret;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import dev.labwire.text.Urls;
import dev.labwire.timeline.TimelineChanges;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks over REST, for the admin. */
@Path("/api/v1/admin/webhooks")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class WebhooksResource {

    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_DESCRIPTION = 500;

    private final WebhookStore store;
    private final TimelineChanges timeline;

    WebhooksResource(WebhookStore store, TimelineChanges timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    /**
     * A webhook to make.
     *
     * @param filter query parameters of the list of events, each a text or a list of texts; everything unless given
     * @param secret {@code whsec_} and 24 to 64 bytes in base64; made unless given
     */
    @Schema(name = "NewWebhook")
    record Asked(
            @Nullable String url,
            @Nullable String description,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode filter,
            @Nullable String secret) {}

    /** All webhooks. */
    record Webhooks(List<WebhookView> items) {}

    @GET
    @Operation(summary = "All webhooks")
    public Webhooks all() {
        return new Webhooks(store.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have a program called whenever something changes",
            description =
                    "A POST as Standard Webhooks has it: the body is `{\"type\", \"timestamp\", \"data\"}`, of type"
                            + " `event.created`, `event.updated` or `event.gone`; the headers are `webhook-id`, `webhook-timestamp` and"
                            + " `webhook-signature` (HMAC-SHA256). Any answer but 2xx is tried again, ten times over three days; 410"
                            + " disables the webhook. A call may come twice, with the same `webhook-id`.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its secret, which is shown only now",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "A field is missing or wrong")
    public Response create(@Nullable Asked asked) {
        if (asked == null) {
            throw ProblemException.badInput("body", "must be an object with at least a url");
        }
        List<Problem.FieldError> errors = new ArrayList<>();
        String url = url(asked.url(), errors);
        WebhookSecret secret = secret(asked.secret(), errors);
        Map<String, List<String>> filter = filter(asked.filter(), errors);
        if (asked.description() != null && asked.description().length() > LONGEST_DESCRIPTION) {
            errors.add(new Problem.FieldError(
                    "description", "must not be longer than " + LONGEST_DESCRIPTION + " characters"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
        WebhookView made = store.create(url, asked.description(), filter, secret);
        return Response.created(URI.create("/api/v1/admin/webhooks/" + made.id()))
                .entity(made)
                .build();
    }

    private static String url(@Nullable String text, List<Problem.FieldError> errors) {
        URI uri = text == null || text.length() > LONGEST_URL
                ? null
                : Urls.web(text).orElse(null);
        if (uri == null) {
            errors.add(new Problem.FieldError("url", "must be an http or https address"));
            return "";
        }
        return uri.toString();
    }

    private static @Nullable WebhookSecret secret(@Nullable String text, List<Problem.FieldError> errors) {
        try {
            return text == null ? null : new WebhookSecret(text);
        } catch (IllegalArgumentException wrong) {
            errors.add(new Problem.FieldError(
                    "secret", "must be whsec_ and 24 to 64 bytes in base64, as Standard Webhooks has it"));
            return null;
        }
    }

    private Map<String, List<String>> filter(@Nullable JsonNode given, List<Problem.FieldError> errors) {
        Map<String, List<String>> filter = TimelineChanges.parameters(given, "filter");
        try {
            timeline.filter(filter);
        } catch (ProblemException wrong) {
            wrong.problem()
                    .errors()
                    .forEach(error -> errors.add(new Problem.FieldError("filter." + error.field(), error.message())));
        }
        return filter;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook; what was delivered to it is at /api/v1/admin/deliveries?endpoint={id}")
    @APIResponse(responseCode = "404", description = "There is no such webhook")
    public WebhookView one(@PathParam("id") String id) {
        return store.one(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Call it no more, and forget it")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("id") String id) {
        store.delete(id);
    }

    @POST
    @Path("{id}/enable")
    @Operation(summary = "Call it again, about what changes from now on")
    public WebhookView enable(@PathParam("id") String id) {
        return store.enable(id);
    }

    @POST
    @Path("{id}/disable")
    @Operation(summary = "Call it no more for now")
    public WebhookView disable(@PathParam("id") String id) {
        return store.disable(id, "disabled by an admin");
    }

    @POST
    @Path("{id}/rotate")
    @Operation(summary = "Give it a new secret; for a day the old one signs too")
    public WebhookView rotate(@PathParam("id") String id) {
        return store.rotate(id);
    }

    @POST
    @Path("{id}/test")
    @Operation(summary = "Call it once, with nothing to tell")
    @APIResponse(responseCode = "202", description = "The call is in the outbox")
    public Response test(@PathParam("id") String id) {
        store.test(id);
        return Response.accepted().build();
    }
}
