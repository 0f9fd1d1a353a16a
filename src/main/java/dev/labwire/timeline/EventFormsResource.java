package dev.labwire.timeline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists of events in other forms than pages of JSON. */
@Path("/api/v1/events.{form: csv|jsonl|rss|atom|feed\\.json|ics}")
@Tag(name = "Timeline")
class EventFormsResource {

    private final EventForms forms;

    EventFormsResource(EventForms forms) {
        this.forms = forms;
    }

    @GET
    @Operation(
            summary =
                    "All events that pass the filters, as csv, jsonl (JSON Lines), rss, atom, feed.json (JSON Feed) or ics"
                            + " (iCalendar)",
            description = "Written as it is read; without `limit` there is none.")
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
    @Parameter(ref = "asOf")
    @APIResponse(responseCode = "200", description = "The list")
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag the client has")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Response list(
            @PathParam("form") String form,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @Context UriInfo uri) {
        EventForms.Export export = forms.export(form, uri.getQueryParameters(), uri.getRequestUri());
        Optional<String> tag = export.tag();
        if (known != null && tag.isPresent() && knows(known, tag.get())) {
            return tagged(Response.notModified(), tag).build();
        }
        return tagged(Response.ok((StreamingOutput) to -> forms.write(export, to)), tag)
                .header(HttpHeaders.CONTENT_TYPE, export.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"labwire-events." + form + "\"")
                .build();
    }

    private static boolean knows(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals('"' + tag + '"'));
    }

    /** The bytes may differ where the state is the same, as those of a compressed answer do: the tag is a weak one. */
    private static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, Optional<String> tag) {
        tag.ifPresent(name -> answer.tag(new EntityTag(name, true)));
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
