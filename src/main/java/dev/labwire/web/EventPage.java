package dev.labwire.web;

import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.Timeline;
import dev.labwire.timeline.event.TimelineEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One event on a page: where links in mails lead. */
@Path("/events")
final class EventPage {

    /** The page itself. */
    @CheckedTemplate(basePath = "EventPage")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance event(TimelineEvent event);
    }

    private final Timeline timeline;

    EventPage(Timeline timeline) {
        this.timeline = timeline;
    }

    @GET
    @Path("{id}")
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response event(@PathParam("id") String id) {
        return timeline.find(id, null)
                .map(event -> Response.ok(Templates.event(event)).build())
                .or(() -> timeline.survivor(id)
                        .map(survivor -> Response.temporaryRedirect(URI.create("/events/" + survivor))
                                .header("Cache-Control", "no-store")
                                .build()))
                .orElseThrow(() -> ProblemException.notFound("There is no event '" + id + "'."));
    }
}
