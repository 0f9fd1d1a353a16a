package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.access.Role;
import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Feeds over REST, for the admin. */
@Path("/api/v1/admin/feeds")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public final class FeedAdminResource {

    private final FeedAdmin admin;
    private final FeedEditor editor;
    private final FeedPoller poller;

    FeedAdminResource(FeedAdmin admin, FeedEditor editor, FeedPoller poller) {
        this.admin = admin;
        this.editor = editor;
        this.poller = poller;
    }

    /** A list in an object, so that paging can join it later. */
    record Feeds(List<FeedState> items) {}

    /** The last polls of a feed, newest first. */
    record Fetches(List<FetchResult> items) {}

    @GET
    @Operation(summary = "All feeds with their state")
    public Feeds all(@QueryParam("tag") @Nullable String tag, @QueryParam("managedBy") @Nullable String managedBy) {
        if (managedBy != null && !List.of(Feed.FILE, Feed.API).contains(managedBy)) {
            throw ProblemException.badInput("managedBy", "must be file or api");
        }
        return new Feeds(admin.all().stream()
                .filter(feed -> tag == null || feed.tags().contains(tag))
                .filter(feed -> managedBy == null || feed.managedBy().equals(managedBy))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a feed",
            description =
                    "The fields of feeds.yaml. Without an `id` one is made. Asked again, it answers the feed that is"
                            + " there, with 200.")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The feed",
            content = @Content(schema = @Schema(implementation = FeedState.class)))
    @APIResponse(responseCode = "200", description = "It was there already")
    @APIResponse(responseCode = "400", description = "Fields are missing or wrong")
    @APIResponse(responseCode = "409", description = "The id, or the address, is that of another feed")
    public Response add(@Nullable JsonNode body) {
        return answer(editor.create(body));
    }

    private Response answer(FeedEditor.Edited edited) {
        FeedState state = admin.one(edited.slug());
        Response.ResponseBuilder answer = edited.created()
                ? Response.status(Response.Status.CREATED).header("Location", "/api/v1/admin/feeds/" + edited.slug())
                : Response.ok();
        return answer.entity(state).tag(tag(state)).build();
    }

    private static EntityTag tag(FeedState state) {
        return new EntityTag(Precondition.tag(state), true);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One feed with its state")
    @APIResponse(
            responseCode = "200",
            description = "The feed; its ETag can be sent as If-Match with a change",
            content = @Content(schema = @Schema(implementation = FeedState.class)))
    @APIResponse(responseCode = "404", description = "There is no such feed")
    public Response one(@PathParam("id") String id) {
        FeedState state = admin.one(id);
        return Response.ok(state).tag(tag(state)).build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put a feed in the place of the one of that id, or add it",
            description = "What a feed shows of its state may be sent along and is ignored.")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(schema = @Schema(implementation = FeedState.class)))
    @APIResponse(responseCode = "201", description = "The feed; it is new")
    @APIResponse(responseCode = "400", description = "Fields are missing or wrong")
    @APIResponse(responseCode = "409", description = "The file manages it, or another feed has this address")
    @APIResponse(responseCode = "412", description = "It is not what If-Match or If-None-Match says")
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Nullable JsonNode body) {
        return answer(editor.replace(id, body, new Precondition(ifMatch, ifNoneMatch)));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Change some fields of a feed: a merge patch (RFC 7396)")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FeedBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(schema = @Schema(implementation = FeedState.class)))
    @APIResponse(responseCode = "400", description = "Fields are wrong")
    @APIResponse(responseCode = "404", description = "There is no such feed")
    @APIResponse(responseCode = "409", description = "The file manages it, or another feed has this address")
    @APIResponse(responseCode = "412", description = "It is not what If-Match says")
    public Response patch(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable JsonNode patch) {
        editor.patch(id, patch, new Precondition(ifMatch, null));
        return answer(new FeedEditor.Edited(id, false));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a feed; its articles and events stay")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such feed")
    @APIResponse(responseCode = "409", description = "The file manages it")
    @APIResponse(responseCode = "412", description = "It is not what If-Match says")
    public void delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        editor.delete(id, new Precondition(ifMatch, null));
    }

    @GET
    @Path("{id}/fetches")
    @Operation(summary = "The last polls of a feed, newest first")
    public Fetches fetches(@PathParam("id") String id) {
        return new Fetches(admin.fetches(id));
    }

    @GET
    @Path("{id}/health")
    @Operation(
            summary = "How a feed does",
            description =
                    "Outcomes, bytes and times of its polls, what it brings a day against its own rhythm, and what a"
                            + " person should look at. The log of polls reaches back 30 days.")
    @APIResponse(responseCode = "404", description = "There is no such feed")
    public FeedHealth health(@PathParam("id") String id) {
        return admin.health(id);
    }

    @POST
    @Path("{id}/poll")
    @Operation(summary = "Poll a feed now and say what came of it")
    public FetchResult poll(@PathParam("id") String id) {
        return poller.pollNow(id).orElseThrow(() -> admin.refusal(id));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Pause a feed; a pause survives a reload of feeds.yaml")
    public FeedState pause(@PathParam("id") String id) {
        return admin.pause(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Resume a paused feed and poll it soon")
    public FeedState resume(@PathParam("id") String id) {
        return admin.resume(id);
    }
}
