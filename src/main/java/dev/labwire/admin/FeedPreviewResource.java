package dev.labwire.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.access.Role;
import dev.labwire.feed.FeedDiscovery;
import dev.labwire.feed.FeedDiscovery.Discovery;
import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trying a feed before it is added, over REST, for the admin. */
@Path("/api/v1/admin/feeds")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
class FeedPreviewResource {

    private final FeedPreview preview;
    private final FeedDiscovery discovery;

    FeedPreviewResource(FeedPreview preview, FeedDiscovery discovery) {
        this.preview = preview;
        this.discovery = discovery;
    }

    /**
     * A site to look at.
     *
     * @param site an address, with or without its scheme
     */
    @Schema(name = "Site")
    record Site(@Nullable String site) {}

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            description = "A feed as it would be added: `url`, and for a listing page `type` and `select`",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @Operation(
            summary = "What a would-be feed would bring",
            description = "Fetches it once, reads the newest ten entries as the poller would, and stores nothing: its"
                    + " entries, what is odd about them, the mentions that would come of them, and for a listing page what each"
                    + " selector matched. A feed that can't be read is answered 200, with `error`.")
    @APIResponse(responseCode = "200", description = "The preview")
    @APIResponse(responseCode = "400", description = "Such a feed could not be added")
    @APIResponse(responseCode = "429", description = "Too many previews in this minute")
    public FeedPreview.Preview preview(@Nullable JsonNode feed) {
        return preview.of(feed);
    }

    @GET
    @Path("discover")
    @Operation(
            summary = "What a site can be followed by",
            description = "Feeds that its page names, feeds at the usual places, and selectors for a page that lists"
                    + " articles. Each was tried; stores nothing.")
    @APIResponse(responseCode = "200", description = "What was found; `error` where the page itself can't be read")
    @APIResponse(responseCode = "400", description = "It is no address that may be asked")
    public Discovery discover(@QueryParam("site") @Nullable String site) {
        return discovery.discover(site);
    }

    @POST
    @Path("discover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same, for an address that is better not in a log")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "400", description = "It is no address that may be asked")
    public Discovery discover(@Nullable Site site) {
        if (site == null) {
            throw ProblemException.badInput("body", "must be an object with a site");
        }
        return discovery.discover(site.site());
    }
}
