package dev.labwire.digest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.access.ClientAddress;
import dev.labwire.digest.SettingsReader.Wishes;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.TimelineChanges;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions over REST, for everybody. */
@Path("/api/v1/subscriptions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Digest")
class SubscriptionsResource {

    private final SubscriptionDesk desk;

    SubscriptionsResource(SubscriptionDesk desk) {
        this.desk = desk;
    }

    /**
     * What somebody wants to get, and when.
     *
     * @param timeZone of the IANA database; UTC unless given
     * @param deliverAt local time; 07:30 unless given
     * @param filter query parameters of the list of events, each a text or a list of texts; everything unless given
     * @param language of the labels; en unless given
     * @param whenQuiet whether to send an edition that has nothing to tell; false unless given
     */
    @Schema(name = "SubscriptionRequest")
    record Asked(
            @Nullable String email,
            @Nullable String timeZone,
            @Nullable String deliverAt,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @Nullable
            JsonNode filter,

            @Nullable String language,
            @Nullable Boolean whenQuiet) {

        Wishes wishes() {
            return new Wishes(
                    email, timeZone, deliverAt, language, whenQuiet, TimelineChanges.parameters(filter, "filter"));
        }
    }

    /** What happens next, whether the address is known or not. */
    record Answer(String detail) {}

    static final Answer ANSWER = new Answer(
            "If this address can get mail, it will be asked to confirm. Nothing else is sent before it has.");

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for the daily digest",
            description =
                    "A mail asks to confirm. The answer is the same whether the address is subscribed already or not;"
                            + " confirming again changes the settings.")
    @APIResponse(
            responseCode = "202",
            description = "A confirmation mail is sent, unless the address got several today")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong")
    @APIResponse(responseCode = "429", description = "The client asks too often")
    @APIResponse(responseCode = "503", description = "No sender address is set, so that no mail is sent")
    public Response subscribe(@Nullable Asked asked, @Context HttpServerRequest request) {
        if (asked == null) {
            throw ProblemException.badInput("body", "must be an object with at least an email");
        }
        desk.ask(asked.wishes(), ClientAddress.network(request));
        return Response.accepted(ANSWER).build();
    }
}
