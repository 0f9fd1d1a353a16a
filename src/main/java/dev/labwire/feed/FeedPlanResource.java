package dev.labwire.feed;

import dev.labwire.access.Role;
import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a changed feeds.yaml would do, over REST, for the admin. */
@Path("/api/v1/admin/feeds")
@RolesAllowed(Role.ADMIN)
@Blocking
@Tag(name = "feeds")
class FeedPlanResource {

    private static final String YAML = "application/yaml";

    private final FeedFile file;

    FeedPlanResource(FeedFile file) {
        this.file = file;
    }

    @GET
    @Path("plan")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What feeds.yaml, as it lies there now, would do",
            description =
                    "Usually nothing, because a good file is put into force at once. `faults` says what is wrong.")
    public PlanView plan() {
        return file.plan();
    }

    @POST
    @Path("plan")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(mediaType = YAML), description = "A feeds.yaml of at most 2 MiB")
    @Operation(summary = "What a feeds.yaml would do; does nothing")
    @APIResponse(responseCode = "200", description = "What would be added, changed and retired")
    @APIResponse(responseCode = "400", description = "What is wrong with the file, each with its line")
    public PlanView plan(@Nullable String text) {
        PlanView plan = file.plan(text == null ? "" : text);
        if (!plan.faults().isEmpty()) {
            throw ProblemException.badInput(FeedRequest.errors(plan.faults()));
        }
        return plan;
    }
}
