package dev.labwire.demo;

import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the newsroom: a feed or listing page for each outlet, and a page for each article. */
@Path("/demo/newsroom")
final class DemoResource {

    /** The pages. */
    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance listing(Outlet outlet);

        static native TemplateInstance article(Outlet.Story story, String body);
    }

    private final Newsroom newsroom;
    private final boolean enabled;

    DemoResource(Newsroom newsroom, DemoConfig config) {
        this.newsroom = newsroom;
        this.enabled = config.enabled();
    }

    @GET
    @Path("/feeds/{outlet}")
    @Operation(hidden = true)
    public Response feed(@PathParam("outlet") String id, @Context UriInfo uri) {
        Outlet outlet = open().outlet(id).orElseThrow(() -> ProblemException.notFound("no such outlet"));
        OutletFeed feed = new OutletFeed(
                outlet, uri.getBaseUri().resolve("/demo/newsroom").toString());
        return switch (outlet.format()) {
            case "json" -> Response.ok(feed.json(), "application/feed+json").build();
            case "page" ->
                Response.ok(Templates.listing(outlet), "text/html; charset=utf-8")
                        .build();
            case "atom" ->
                Response.ok(feed.xml(), "application/atom+xml; charset=utf-8").build();
            default ->
                Response.ok(feed.xml(), "application/rss+xml; charset=utf-8").build();
        };
    }

    @GET
    @Path("/articles/{story}")
    @Operation(hidden = true)
    public Response article(@PathParam("story") String slug) {
        Outlet.Story story = open().story(slug).orElseThrow(() -> ProblemException.notFound("no such article"));
        return Response.ok(Templates.article(story, OutletFeed.html(story.text())), "text/html; charset=utf-8")
                .build();
    }

    private Newsroom open() {
        if (!enabled) {
            throw ProblemException.notFound("the bundled newsroom is served in demo mode only");
        }
        return newsroom;
    }
}
