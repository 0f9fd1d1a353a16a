package dev.labwire.web;

import dev.labwire.timeline.EventFilter;
import dev.labwire.timeline.Timeline;
import dev.labwire.timeline.event.TimelineEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The newest events on one page, each with the sentence that tells of it, and where to go from there. */
@Path("/")
final class FrontPage {

    private static final int SHOWN = 60;

    /** The page itself. */
    @CheckedTemplate(basePath = "FrontPage")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance timeline(List<TimelineEvent> events);
    }

    private final Timeline timeline;

    FrontPage(Timeline timeline) {
        this.timeline = timeline;
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance newest() {
        return Templates.timeline(timeline.newest(EventFilter.news(), SHOWN));
    }
}
