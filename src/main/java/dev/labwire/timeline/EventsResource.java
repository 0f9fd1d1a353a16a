package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.form.Form;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    private final Timeline timeline;
    private final EventQuestions questions;
    private final EventList list;
    private final EventChanges changes;
    private final PageJson json;

    EventsResource(Timeline timeline, EventQuestions questions, EventList list, EventChanges changes, PageJson json) {
        this.timeline = timeline;
        this.questions = questions;
        this.list = list;
        this.changes = changes;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Events, newest first; with `q` the best answers first",
            description =
                    "Filters combine; one given several times takes any of its values. Organisations, people and models"
                            + " may be given by id or by any known name. With `changedSince`, the events that changed after that,"
                            + " in the order of their changes.")
    @Parameter(ref = "type")
    @Parameter(ref = "kind")
    @Parameter(ref = "status")
    @Parameter(ref = "organization")
    @Parameter(ref = "fromOrganization")
    @Parameter(ref = "toOrganization")
    @Parameter(ref = "person")
    @Parameter(ref = "model")
    @Parameter(ref = "since")
    @Parameter(ref = "until")
    @Parameter(ref = "seenSince")
    @Parameter(ref = "language")
    @Parameter(ref = "tag")
    @Parameter(ref = "feed")
    @Parameter(ref = "minSources")
    @Parameter(ref = "minConfidence")
    @Parameter(ref = "salience")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "asOf")
    @Parameter(ref = "changedSince")
    @Parameter(ref = "facets")
    @Parameter(ref = "fields")
    @APIResponse(
            responseCode = "200",
            description = "One page of events",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Response list(@Context UriInfo uri) {
        EventQuestions.Asked asked = questions.page(uri.getQueryParameters());
        String page = asked.changedSince() == null
                ? json.page(list.page(asked.list()), asked.fields())
                : json.changes(
                        changes.since(
                                asked.changedSince(),
                                asked.list().filter(),
                                asked.list().limit()),
                        asked.fields());
        return Response.ok(page)
                .header(HttpHeaders.LINK, alternates(asked, uri))
                .build();
    }

    /** The same list in the forms that feed readers find by themselves (RFC 8288). */
    private static String alternates(EventQuestions.Asked asked, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        boolean ofFiltersOnly = asked.onlyFilters();
        return Stream.of(Form.RSS, Form.ATOM, Form.JSON_FEED, Form.CALENDAR)
                .map(form -> "</api/v1/events." + form.suffix()
                        + (ofFiltersOnly && query != null ? "?" + query.replace(">", "%3E") : "")
                        + ">; rel=\"alternate\"; type=\""
                        + form.mediaType().split(";")[0] + "\"")
                .collect(Collectors.joining(", "));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One event, with its history; with `asOf`, what was believed of it then")
    @Parameter(ref = "asOf")
    @APIResponse(
            responseCode = "200",
            description = "The event",
            content = @Content(schema = @Schema(implementation = TimelineEvent.class)))
    @APIResponse(responseCode = "307", description = "It was merged into the event that Location names")
    @APIResponse(responseCode = "404", description = "There is no such event, or no article tells of it any more")
    public Response one(@PathParam("id") String id, @Context UriInfo uri) {
        return timeline.find(id, questions.one(uri.getQueryParameters()))
                .map(event ->
                        Response.ok(event, MediaType.APPLICATION_JSON_TYPE).build())
                .or(() -> timeline.survivor(id).map(survivor -> redirect(survivor, uri)))
                .orElseThrow(() -> ProblemException.notFound("There is no event '" + id + "'."));
    }

    private static Response redirect(String survivor, UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return Response.temporaryRedirect(URI.create("/api/v1/events/" + survivor + (query == null ? "" : "?" + query)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
