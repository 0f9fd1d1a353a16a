package dev.labwire.feed;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feeds over REST, for the admin. */
@Path("/api/v1/admin/feeds")
@RolesAllowed("admin")
@Blocking
@Tag(name = "feeds")
public final class FeedAdminResource {

    private final FeedAdmin admin;
    private final PollStore store;
    private final FeedPoller poller;

    FeedAdminResource(FeedAdmin admin, PollStore store, FeedPoller poller) {
        this.admin = admin;
        this.store = store;
        this.poller = poller;
    }

    /** A list in an object, so that paging can join it later. */
    record Feeds(List<FeedState> items) {}

    /** The last polls of a feed, newest first. */
    record Fetches(List<FetchResult> items) {}

    @GET
    @Operation(summary = "All feeds with their state")
    public Feeds all() {
        return new Feeds(admin.all());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One feed with its state")
    public FeedState one(String id) {
        return admin.one(id);
    }

    @GET
    @Path("{id}/fetches")
    @Operation(summary = "The last polls of a feed, newest first")
    public Fetches fetches(String id) {
        return new Fetches(admin.fetches(id));
    }

    @POST
    @Path("{id}/poll")
    @Operation(summary = "Poll a feed now and say what came of it")
    public FetchResult poll(String id) {
        return store.claim(id).flatMap(poller::poll).orElseThrow(() -> admin.refusal(id));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Pause a feed; a pause survives a reload of feeds.yaml")
    public FeedState pause(String id) {
        return admin.pause(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Resume a paused feed and poll it soon")
    public FeedState resume(String id) {
        return admin.resume(id);
    }
}
