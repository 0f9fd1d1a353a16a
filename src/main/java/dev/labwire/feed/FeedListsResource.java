package dev.labwire.feed;

import dev.labwire.access.Role;
import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many feeds at once over REST, for the admin: as files, and by tag. */
@Path("/api/v1/admin")
@RolesAllowed(Role.ADMIN)
@Blocking
@Tag(name = "feeds")
class FeedListsResource {

    private static final String OPML = "text/x-opml";
    private static final String YAML = "application/yaml";

    private final FeedExport export;
    private final OpmlImport opml;
    private final FeedAdmin admin;

    FeedListsResource(FeedExport export, OpmlImport opml, FeedAdmin admin) {
        this.export = export;
        this.opml = opml;
        this.admin = admin;
    }

    /** All tags. */
    @Schema(name = "FeedTags")
    record Tags(List<TagState> items) {}

    @GET
    @Path("feeds.yaml")
    @Produces(YAML)
    @Operation(
            summary = "All feeds as feeds.yaml",
            description = "Put into force here, it changes nothing. Secrets in addresses are written as `***`; in the"
                    + " address of the feed of the same id, that means the secrets that it has.")
    public String yaml() {
        return export.yaml();
    }

    @GET
    @Path("feeds.opml")
    @Produces(OPML)
    @Operation(summary = "All feeds as OPML 2.0; secrets in addresses are written as `***`")
    public String opml() {
        return export.opml();
    }

    @POST
    @Path("feeds.opml")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(mediaType = OPML), description = "An OPML document of at most 4 MiB")
    @Operation(
            summary = "Add the feeds of an OPML document",
            description =
                    "Says of each outline what became of it. One that is refused stops none of the others; feeds that"
                            + " can't be reached are added all the same. Folders become tags.")
    @APIResponse(responseCode = "200", description = "What became of each outline")
    @APIResponse(responseCode = "400", description = "It is no OPML, or names no feed")
    public OpmlImport.Report addAll(@Nullable String text, @QueryParam("dryRun") @DefaultValue("false") String dryRun) {
        if (!List.of("true", "false").contains(dryRun)) {
            throw ProblemException.badInput("dryRun", "must be true or false");
        }
        List<Opml.Outline> outlines = OpmlImport.outlines(text);
        return dryRun.equals("true") ? opml.rehearse(outlines) : opml.add(outlines);
    }

    @GET
    @Path("tags")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The tags of feeds, with how many feeds carry each")
    public Tags tags() {
        return new Tags(admin.tags());
    }

    @POST
    @Path("tags/{tag}/pause")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pause all feeds of a tag")
    @APIResponse(responseCode = "200", description = "The tag")
    @APIResponse(responseCode = "404", description = "No feed has this tag")
    public TagState pause(@PathParam("tag") String tag) {
        return admin.pauseTagged(tag);
    }

    @POST
    @Path("tags/{tag}/resume")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Resume all feeds of a tag")
    @APIResponse(responseCode = "200", description = "The tag")
    @APIResponse(responseCode = "404", description = "No feed has this tag")
    public TagState resume(@PathParam("tag") String tag) {
        return admin.resumeTagged(tag);
    }

    @POST
    @Path("tags/{tag}/poll")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Poll all feeds of a tag soon")
    @APIResponse(responseCode = "200", description = "The tag")
    @APIResponse(responseCode = "404", description = "No feed has this tag")
    public TagState poll(@PathParam("tag") String tag) {
        return admin.pollTagged(tag);
    }
}
