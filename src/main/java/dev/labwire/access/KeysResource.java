package dev.labwire.access;

import dev.labwire.problem.Problem.FieldError;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static final int LONGEST_NAME = 100;

    private final ApiKeys keys;
    private final InstantSource clock;

    KeysResource(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
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
        List<FieldError> errors = new ArrayList<>();
        String name = asked.name() == null ? "" : asked.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", "must have 1 to " + LONGEST_NAME + " characters"));
        }
        String scope = asked.scope() == null ? Role.READ : asked.scope();
        if (!Set.of(Role.READ, Role.ADMIN).contains(scope)) {
            errors.add(new FieldError("scope", "must be read or admin"));
        }
        Instant expiresAt = expiry(asked.expiresAt(), errors);
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
        return Response.status(Response.Status.CREATED)
                .entity(keys.make(name, scope, expiresAt))
                .build();
    }

    private @Nullable Instant expiry(@Nullable String text, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        try {
            Instant expiry = Instant.parse(text);
            if (expiry.isAfter(clock.instant()) && expiry.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                return expiry;
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        errors.add(new FieldError("expiresAt", "must be an instant to come, such as 2027-01-01T00:00:00Z"));
        return null;
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
