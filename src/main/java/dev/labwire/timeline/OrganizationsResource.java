package dev.labwire.timeline;

import dev.labwire.directory.Aliases;
import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.NameBook;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Status;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which organisations have a part in events, and who and what came and went. */
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class OrganizationsResource {

    private static final int MOST_EVENTS = 1000;

    private final Directory directory;
    private final NameBook names;
    private final Timeline timeline;
    private final Aliases aliases;

    OrganizationsResource(Directory directory, NameBook names, Timeline timeline, Aliases aliases) {
        this.directory = directory;
        this.aliases = aliases;
        this.names = names;
        this.timeline = timeline;
    }

    /**
     * An organisation, in a list.
     *
     * @param aliases other names, in any script
     */
    record Organization(String id, String name, List<String> aliases) {}

    /**
     * Somebody who left.
     *
     * @param left when, as exactly as it is known
     * @param to where they went, where it was told
     */
    record Alumnus(
            Reference person,
            @Nullable OccurredOn left,
            @Nullable Reference to,
            @Nullable String role,
            String event) {}

    /**
     * An organisation's page; each list newest first.
     *
     * @param joined moves that lead to it
     * @param left moves that lead away from it
     * @param alumni who left and did not come back, each once, with where they went
     * @param released events of its models
     */
    record OrganizationPage(
            String id,
            String name,
            List<String> aliases,
            List<TimelineEvent> joined,
            List<TimelineEvent> left,
            List<TimelineEvent> released,
            List<Alumnus> alumni) {}

    @GET
    @Operation(summary = "Organisations that the timeline names, by id")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Listing<Organization> list(@Context UriInfo uri) {
        return Listing.of(uri.getQueryParameters(), directory, Shelf.ORGANIZATION, this::organization);
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
        List<TimelineEvent> joined = timeline.newest(CareerFilters.joined(found.id()), MOST_EVENTS);
        List<TimelineEvent> left = timeline.newest(CareerFilters.left(found.id()), MOST_EVENTS);
        return new OrganizationPage(
                found.id(),
                found.name(),
                aliases.of(Shelf.ORGANIZATION, found.id()),
                joined,
                left,
                timeline.newest(CareerFilters.released(found.id()), MOST_EVENTS),
                alumni(left, joined));
    }

    /** The last departure of each, unless a later arrival undoes it. */
    private static List<Alumnus> alumni(List<TimelineEvent> left, List<TimelineEvent> joined) {
        Map<String, Alumnus> alumni = new LinkedHashMap<>();
        for (TimelineEvent event : left) {
            Move move = event.move();
            boolean sure = event.status() == Status.CONFIRMED || event.status() == Status.REPORTED;
            boolean goes = event.kind() != Kind.LEAVE_OF_ABSENCE && event.kind() != Kind.BOARD;
            if (move != null && sure && goes && joined.stream().noneMatch(back -> isLater(back, event))) {
                alumni.putIfAbsent(
                        move.person().id(),
                        new Alumnus(move.person(), event.occurredOn(), move.to(), move.role(), event.id()));
            }
        }
        return List.copyOf(alumni.values());
    }

    private static boolean isLater(TimelineEvent back, TimelineEvent departure) {
        return back.move() != null
                && departure.move() != null
                && back.kind() != Kind.BOARD
                && back.move().person().id().equals(departure.move().person().id())
                && back.occurredOn() != null
                && departure.occurredOn() != null
                && back.occurredOn().firstDay().isAfter(departure.occurredOn().lastDay());
    }

    private Organization organization(Entry entry) {
        return new Organization(entry.id(), entry.name(), aliases.of(Shelf.ORGANIZATION, entry.id()));
    }
}
