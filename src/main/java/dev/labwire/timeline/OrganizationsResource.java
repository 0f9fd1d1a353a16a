package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.NameBook;
import dev.labwire.directory.Shelf;
import dev.labwire.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which organisations have a part in events, and who and what came and went. */
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class OrganizationsResource {

    private static final int MOST_EVENTS = 1000;

    private final Directory directory;
    private final NameBook names;
    private final Timeline timeline;

    OrganizationsResource(Directory directory, NameBook names, Timeline timeline) {
        this.directory = directory;
        this.names = names;
        this.timeline = timeline;
    }

    /** An organisation, in a list. */
    record Organization(String id, String name) {

        static Organization of(Entry entry) {
            return new Organization(entry.id(), entry.name());
        }
    }

    /**
     * An organisation's page; each list newest first.
     *
     * @param joined moves that lead to it
     * @param left moves that lead away from it
     * @param released events of its models
     */
    record OrganizationPage(
            String id,
            String name,
            List<TimelineEvent> joined,
            List<TimelineEvent> left,
            List<TimelineEvent> released) {}

    @GET
    @Operation(summary = "Organisations that the timeline names, by id")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Listing<Organization> list(@Context UriInfo uri) {
        return Listing.of(uri.getQueryParameters(), directory, Shelf.ORGANIZATION, Organization::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One organisation: who joined, who left, what it released; by id or name")
    @APIResponse(responseCode = "200", description = "The organisation")
    @APIResponse(responseCode = "404", description = "The timeline names no such organisation")
    public OrganizationPage one(@PathParam("id") String id, @Context UriInfo uri) {
        new Parameters(uri.getQueryParameters(), Set.of()).check();
        Entry found = directory
                .find(Shelf.ORGANIZATION, names.organizationId(id))
                .orElseThrow(() -> ProblemException.notFound("The timeline names no organisation '" + id + "'."));
        return new OrganizationPage(
                found.id(),
                found.name(),
                timeline.newest(CareerFilters.joined(found.id()), MOST_EVENTS),
                timeline.newest(CareerFilters.left(found.id()), MOST_EVENTS),
                timeline.newest(CareerFilters.released(found.id()), MOST_EVENTS));
    }
}
