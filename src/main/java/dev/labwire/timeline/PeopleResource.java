package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.labwire.directory.Aliases;
import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.NameBook;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.directory.Shelf;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
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

/** Who has moved, and each one's career. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class PeopleResource {

    private static final int MOST_EVENTS = 1000;

    private final Directory directory;
    private final NameBook names;
    private final Timeline timeline;
    private final Aliases aliases;
    private final OrganizationKinship kinship;

    PeopleResource(
            Directory directory, NameBook names, Timeline timeline, Aliases aliases, OrganizationKinship kinship) {
        this.directory = directory;
        this.aliases = aliases;
        this.kinship = kinship;
        this.names = names;
        this.timeline = timeline;
    }

    /**
     * A person, in a list.
     *
     * @param aliases other names, in any script
     */
    record Person(String id, String name, List<String> aliases) {}

    /**
     * A person's page.
     *
     * @param career every event of that person, recalled ones too, in the order in which they happened
     */
    record PersonPage(
            String id,
            String name,
            List<String> aliases,
            List<TimelineEvent> career,
            @JsonUnwrapped Career chain) {}

    @GET
    @Operation(summary = "People that the timeline names, by id")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Listing<Person> list(@Context UriInfo uri) {
        return Listing.of(uri.getQueryParameters(), directory, Shelf.PERSON, this::person);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One person and their career: events, positions, gaps and overlaps; by id or name")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "404", description = "The timeline names nobody so")
    public PersonPage one(@PathParam("id") String id, @Context UriInfo uri) {
        new Parameters(uri.getQueryParameters(), Set.of()).check();
        Entry person = directory
                .find(Shelf.PERSON, names.personId(id))
                .orElseThrow(() -> ProblemException.notFound("The timeline names no person '" + id + "'."));
        List<TimelineEvent> career = timeline.inOrder(CareerFilters.person(person.id()), MOST_EVENTS);
        return new PersonPage(
                person.id(), person.name(), aliases.of(Shelf.PERSON, person.id()), career, Career.of(career, kinship));
    }

    private Person person(Entry entry) {
        return new Person(entry.id(), entry.name(), aliases.of(Shelf.PERSON, entry.id()));
    }
}
