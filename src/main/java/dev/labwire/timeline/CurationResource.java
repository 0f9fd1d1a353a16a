package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Curation over REST, for the admin: each call is a decision that can be undone. */
@Path("/api/v1/admin")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Curation")
class CurationResource {

    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_NAMED = 100;

    private final Curator curator;
    private final Timeline timeline;
    private final SecurityIdentity identity;
    private final ObjectMapper mapper;

    CurationResource(Curator curator, Timeline timeline, SecurityIdentity identity, ObjectMapper mapper) {
        this.mapper = mapper;
        this.curator = curator;
        this.timeline = timeline;
        this.identity = identity;
    }

    /** Why; may be left out. */
    record Note(@Nullable String note) {}

    /**
     * What to merge into an event.
     *
     * @param events ids
     */
    record Merging(@Nullable List<String> events, @Nullable String note) {}

    /**
     * What to take out of an event.
     *
     * @param sources URLs of articles
     */
    record Splitting(
            @Nullable List<String> sources, @Nullable String note) {}

    /** What is left of an event, and what was taken out of it. */
    record Parts(List<TimelineEvent> items) {}

    /** The newest decisions. */
    record Decisions(List<MadeDecision> items) {}

    @PATCH
    @Path("events/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Correct an event",
            description =
                    "A merge patch (RFC 7396) of kind, status, occurredOn, headline, and of the fields of move, release"
                            + " or deal. People, organisations and models may be given by name. `note` says why.")
    @APIResponse(responseCode = "200", description = "The event as corrected")
    @APIResponse(responseCode = "400", description = "A field can't be corrected, or not to that")
    @APIResponse(responseCode = "409", description = "It was merged into another event, or nobody tells of it any more")
    public TimelineEvent correct(@PathParam("id") String id, @Nullable JsonNode patch) {
        JsonNode fields = patch == null ? null : patch.deepCopy();
        JsonNode note = fields instanceof ObjectNode object ? object.remove("note") : null;
        if (fields == null) {
            throw ProblemException.badInput("body", "must be an object with at least one field to correct");
        }
        curator.correct(id, fields, editor(note == null || note.isNull() ? null : note.asText()));
        return timeline.whole(id);
    }

    @POST
    @Path("events/{id}/confirm")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Note.class)))
    @Operation(summary = "Vouch for an event: it is confirmed, whatever its sources say")
    @APIResponse(responseCode = "200", description = "The event as confirmed")
    @APIResponse(responseCode = "404", description = "There is no such event")
    @APIResponse(
            responseCode = "409",
            description = "It is hidden, was merged into another event, or nobody tells of it any more")
    public TimelineEvent confirm(@PathParam("id") String id, @Nullable String body) {
        curator.confirm(id, editor(read(body, Note.class)));
        return timeline.whole(id);
    }

    @POST
    @Path("events/{id}/hide")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Note.class)))
    @Operation(summary = "Take an event off the timeline")
    @APIResponse(responseCode = "200", description = "The event as it was")
    @APIResponse(responseCode = "404", description = "There is no such event")
    @APIResponse(
            responseCode = "409",
            description = "It is hidden, was merged into another event, or nobody tells of it any more")
    public TimelineEvent hide(@PathParam("id") String id, @Nullable String body) {
        curator.hide(id, editor(read(body, Note.class)));
        return timeline.whole(id);
    }

    @POST
    @Path("events/{id}/restore")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Note.class)))
    @Operation(summary = "Undo that an event is hidden, or that it was merged into another")
    @APIResponse(responseCode = "200", description = "The event")
    @APIResponse(responseCode = "409", description = "Nobody hid it or merged it away")
    public TimelineEvent restore(@PathParam("id") String id, @Nullable String body) {
        curator.restore(id, editor(read(body, Note.class)));
        return timeline.whole(id);
    }

    @POST
    @Path("events/{id}/merge")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Merging.class)))
    @Operation(summary = "Merge other events into this one; their ids lead to it from then on")
    @APIResponse(responseCode = "200", description = "The event with all sources")
    @APIResponse(responseCode = "404", description = "There is no such event")
    @APIResponse(
            responseCode = "409",
            description = "It is hidden, was merged into another event, or nobody tells of it any more")
    public TimelineEvent merge(@PathParam("id") String id, @Nullable String body) {
        Merging merging = read(body, Merging.class);
        List<String> events = named("events", merging == null ? null : merging.events());
        curator.merge(id, events, editor(merging == null ? null : merging.note()));
        return timeline.whole(id);
    }

    @POST
    @Path("events/{id}/split")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Splitting.class)))
    @Operation(summary = "Take what some articles tell out of an event, to be one of its own")
    @APIResponse(responseCode = "200", description = "What is left of the event, and what was taken out of it")
    @APIResponse(responseCode = "404", description = "There is no such event")
    @APIResponse(
            responseCode = "409",
            description = "It is hidden, was merged into another event, or nobody tells of it any more")
    public Parts split(@PathParam("id") String id, @Nullable String body) {
        Splitting splitting = read(body, Splitting.class);
        List<String> sources = named("sources", splitting == null ? null : splitting.sources());
        String apart = curator.split(id, sources, editor(splitting == null ? null : splitting.note()));
        return new Parts(List.of(timeline.whole(id), timeline.whole(apart)));
    }

    @GET
    @Path("decisions")
    @Operation(summary = "What was decided, by whom and when, the newest first")
    @Parameter(
            name = "event",
            in = ParameterIn.QUERY,
            description = "Only of the event of that id",
            schema = @Schema(type = SchemaType.STRING))
    public Decisions decisions(@Context UriInfo uri) {
        Parameters given = new Parameters(uri.getQueryParameters(), Set.of("event"));
        String event = given.one("event");
        given.check();
        return new Decisions(curator.newest(event));
    }

    @DELETE
    @Path("decisions/{id}")
    @Operation(summary = "Undo a decision; it stays in the list")
    @APIResponse(responseCode = "204", description = "It is undone")
    @APIResponse(responseCode = "404", description = "There is no such decision")
    public void undo(@PathParam("id") String id) {
        curator.undo(id, editor((String) null));
    }

    /** A body may be left out, and so may its media type, which scripts seldom give. */
    private <T> @Nullable T read(@Nullable String body, Class<T> type) {
        try {
            return body == null || body.isBlank() ? null : mapper.readValue(body, type);
        } catch (JsonProcessingException malformed) {
            throw ProblemException.badInput("body", malformed.getOriginalMessage());
        }
    }

    private static List<String> named(String field, @Nullable List<String> values) {
        if (values == null
                || values.isEmpty()
                || values.size() > MOST_NAMED
                || values.stream().anyMatch(value -> value == null || value.isBlank())) {
            throw ProblemException.badInput(field, "must be a list of 1 to " + MOST_NAMED + " texts");
        }
        return values.stream().map(String::strip).distinct().toList();
    }

    private Curator.Editor editor(@Nullable Note note) {
        return editor(note == null ? null : note.note());
    }

    private Curator.Editor editor(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw ProblemException.badInput("note", "must not be longer than " + LONGEST_NOTE + " characters");
        }
        return new Curator.Editor(identity.getPrincipal().getName(), note);
    }
}
