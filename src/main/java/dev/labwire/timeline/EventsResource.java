package dev.labwire.timeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The timeline over HTTP. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timeline")
class EventsResource {

    private static final Set<String> NOT_YET = Set.of("asOf", "changedSince", "facets");
    private static final Set<String> FIELDS = fields();

    private final Timeline timeline;
    private final EventFilterReader filters;
    private final ObjectMapper mapper;

    EventsResource(Timeline timeline, EventFilterReader filters, ObjectMapper mapper) {
        this.timeline = timeline;
        this.filters = filters;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Events, newest first",
            description = "Filters combine; one given several times takes any of its values.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Type of event",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Kind of event",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "How sure it is",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            description = "An organisation that has any part in it, by id or name",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "fromOrganization",
            in = ParameterIn.QUERY,
            description = "The organisation that is left, by id or name",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "toOrganization",
            in = ParameterIn.QUERY,
            description = "The organisation that is joined, by id or name",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "person",
            in = ParameterIn.QUERY,
            description = "Who moves, by id or name",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "model",
            in = ParameterIn.QUERY,
            description = "The model, by id or name",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "Events whose date can be that day or later",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "Events whose date can be that day or earlier",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "seenSince",
            in = ParameterIn.QUERY,
            description = "Events first seen then or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "Language of a source, such as en",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            description = "Tag of a feed that a source came through",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "feed",
            in = ParameterIn.QUERY,
            description = "Id of a feed that a source came through",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "minSources",
            in = ParameterIn.QUERY,
            description = "At least that many articles tell of it",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "minConfidence",
            in = ParameterIn.QUERY,
            description = "At least that likely, 0 to 1",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "salience",
            in = ParameterIn.QUERY,
            description = "primary (the default), background (career history that articles recall) or any",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words that headline, names, roles and quotes hold, all of them",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(
            name = "fields",
            in = ParameterIn.QUERY,
            description = "Keep only this field of each event",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "One page of events",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Object list(@Context UriInfo uri) {
        Set<String> known = new TreeSet<>(EventFilterReader.NAMES);
        known.addAll(List.of("limit", "cursor", "fields"));
        known.addAll(NOT_YET);
        Parameters given = new Parameters(uri.getQueryParameters(), known);
        NOT_YET.stream().filter(given::has).sorted().forEach(name -> given.wrong(name, "is not available yet"));
        EventFilter filter = filters.filter(given);
        int limit = given.whole("limit", 50, 1, 500);
        EventCursor cursor = EventCursor.of(given);
        List<String> fields = given.words("fields", FIELDS);
        given.check();
        EventPage page = timeline.page(filter, limit, cursor);
        return fields.isEmpty() ? page : reduced(page, fields);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One event, with its history")
    @APIResponse(
            responseCode = "200",
            description = "The event",
            content = @Content(schema = @Schema(implementation = TimelineEvent.class)))
    @APIResponse(responseCode = "307", description = "It was merged into the event that Location names")
    @APIResponse(responseCode = "404", description = "There is no such event, or no article tells of it any more")
    public Response one(@PathParam("id") String id, @Context UriInfo uri) {
        new Parameters(uri.getQueryParameters(), Set.of()).check();
        return timeline.find(id)
                .map(event -> Response.ok(event).build())
                .or(() -> timeline.survivor(id).map(EventsResource::redirect))
                .orElseThrow(() -> ProblemException.notFound("There is no event '" + id + "'."));
    }

    private static Response redirect(String survivor) {
        return Response.temporaryRedirect(URI.create("/api/v1/events/" + survivor))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private ObjectNode reduced(EventPage page, List<String> fields) {
        ObjectNode tree = mapper.valueToTree(page);
        tree.withArray("items").forEach(item -> ((ObjectNode) item).retain(fields));
        return tree;
    }

    private static Set<String> fields() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(TimelineEvent.class.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(names::add);
        names.remove("history");
        return names;
    }
}
