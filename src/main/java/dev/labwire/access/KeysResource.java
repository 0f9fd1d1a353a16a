package dev.labwire.access;

import dev.labwire.problem.ProblemException;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys for programs over REST, for the admin. */
@Path("/api/v1/admin/keys")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class KeysResource {

    private final ApiKeys keys;
    private final KeyRequest requests;

    KeysResource(ApiKeys keys, KeyRequest requests) {
        this.keys = keys;
        this.requests = requests;
    }

    /**
     * A key to make.
     *
     * @param name what it is for
     * @param scope {@code read}, unless {@code admin} is asked for
     * @param expiresAt an instant to come; never unless given
     */
    @Schema(name = "NewApiKey")
    record Asked(
            @Nullable String name,
            @Nullable String scope,
            @Nullable String expiresAt) {}

    /** All keys, the newest first, those that hold no more included. */
    @Schema(name = "ApiKeys")
    record Keys(List<ApiKeyView> items) {}

    @GET
    @Operation(summary = "All keys with their last use; never the keys themselves")
    public Keys all() {
        return new Keys(keys.all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a key for a program",
            description = "It is sent as `Authorization: Bearer` and shown only in this answer.")
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(responseCode = "400", description = "A field is missing or wrong")
    public Response make(@Nullable Asked asked) {
        if (asked == null) {
            throw ProblemException.badInput("body", "must be an object with at least a name");
        }
        return Response.status(Response.Status.CREATED)
                .entity(requests.make(asked.name(), asked.scope(), asked.expiresAt()))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a key for good; it stays in the list")
    @APIResponse(responseCode = "204", description = "It is revoked")
    @APIResponse(responseCode = "404", description = "There is no such key")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(id);
    }
}
