package dev.labwire.delivery;

import dev.labwire.problem.ListParameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The outbox over REST, for the admin. */
@Path("/api/v1/admin/deliveries")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
class DeliveriesResource {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DeliveryAdmin admin;
    private final Dispatcher dispatcher;

    DeliveriesResource(DeliveryAdmin admin, Dispatcher dispatcher) {
        this.admin = admin;
        this.dispatcher = dispatcher;
    }

    @GET
    @Operation(
            summary = "Mails and webhook calls, newest first",
            description =
                    "By `state` (pending, sending, sent, unknown, dead, cancelled), `channel` (mail, webhook), `kind`"
                            + " and `endpoint`, a mail address or the id of a webhook. `dead` is the dead letter list; `unknown` are"
                            + " mails that the server may have taken or not: they are never sent again unless you `retry` them.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter's value is wrong")
    public DeliveryPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("endpoint") @Nullable String endpoint,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return admin.page(
                new DeliveryAdmin.Question(
                        ListParameters.oneOf(List.of(Channel.values()), "channel", channel),
                        ListParameters.oneOf(List.of(DeliveryState.values()), "state", state),
                        kind,
                        endpoint),
                ListParameters.limit(limit),
                ListParameters.cursor(cursor));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One delivery, with the log of its attempts")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    public DeliveryView one(@PathParam("id") String id) {
        return admin.one(id);
    }

    @POST
    @Path("{id}/retry")
    @Operation(
            summary = "Send it now",
            description =
                    "For what is dead, unknown or still waits, and to replay a webhook call. A mail that is unknown may"
                            + " arrive twice then, with the same Message-ID.")
    @APIResponse(responseCode = "200", description = "It is on its way again")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    @APIResponse(responseCode = "409", description = "It was sent, is being sent, or its content is not kept any more")
    public DeliveryView retry(@PathParam("id") String id) {
        return admin.retry(id);
    }

    @POST
    @Path("{id}/dismiss")
    @Operation(summary = "Lay it aside: it is not sent any more")
    @APIResponse(responseCode = "200", description = "It is cancelled")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    @APIResponse(responseCode = "409", description = "It was sent or is being sent")
    public DeliveryView dismiss(@PathParam("id") String id) {
        return admin.dismiss(id);
    }

    @POST
    @Path("send")
    @Operation(summary = "Send what is due now, and wait until that is done, a minute at most")
    @APIResponse(responseCode = "204", description = "Nothing is due any more, or the minute is over")
    public void send() throws InterruptedException {
        dispatcher.drain(PATIENCE);
    }
}
