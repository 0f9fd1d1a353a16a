package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.labwire.access.Journal;
import dev.labwire.extraction.ExtractorReleases;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading all stored articles anew, for the admin. */
@Path("/api/v1/admin/reextract")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curation")
class ReextractionResource {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ACCEPTED = 202;

    private final ExtractorReleases releases;
    private final PlacementRows placements;
    private final DryRun dryRun;
    private final Journal journal;

    ReextractionResource(ExtractorReleases releases, PlacementRows placements, DryRun dryRun, Journal journal) {
        this.journal = journal;
        this.releases = releases;
        this.placements = placements;
        this.dryRun = dryRun;
    }

    /**
     * How far reading and placing have come.
     *
     * @param waiting how many articles are read and not placed yet
     * @param dryRun the last dry run since the start
     */
    record Progress(@JsonUnwrapped ExtractorReleases.Progress reading, long waiting, DryRun.@Nullable State dryRun) {}

    @GET
    @Operation(summary = "How far the reading of the stored articles by the engine has come, and the last dry run")
    public Progress progress() {
        return new Progress(releases.progress(), placements.waiting(), dryRun.last());
    }

    @POST
    @Operation(
            summary = "Read every stored article anew, in the background",
            description =
                    "Each article is switched from its old reading to its new one in one commit. With `dryRun=true`"
                            + " nothing is changed: the answer says which events would be added, lost and changed; where that takes"
                            + " longer than 20 seconds, it goes on in the background and GET shows it.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "200", description = "What a dry run found")
    @APIResponse(responseCode = "202", description = "It is under way")
    public Response start(@Context UriInfo uri) throws InterruptedException {
        Parameters given = new Parameters(uri.getQueryParameters(), Set.of("dryRun"));
        boolean dry = given.words("dryRun", List.of("true", "false")).contains("true");
        given.check();
        if (dry) {
            DryRun.State state = dryRun.start(PATIENCE);
            return Response.status(state.finishedAt() == null ? ACCEPTED : Response.Status.OK.getStatusCode())
                    .entity(state)
                    .build();
        }
        releases.release();
        journal.note("articles.reread", "articles");
        return Response.status(ACCEPTED).entity(progress()).build();
    }
}
