package dev.labwire.feed;

import dev.labwire.access.Csrf;
import dev.labwire.access.Role;
import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The feeds on pages. */
@Path("/admin/feeds")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class FeedPages {

    /** The pages. */
    @CheckedTemplate(basePath = "admin")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance feeds(String csrf, FeedsPage page);

        static native TemplateInstance feed(String csrf, FeedPage page);
    }

    /**
     * The list.
     *
     * @param tag the tag that all of these feeds carry; null where all are shown
     */
    record FeedsPage(
            FeedFileState file,
            List<FeedState> feeds,
            List<TagState> tags,
            @Nullable String tag) {

        public long alarmed() {
            return feeds.stream().filter(feed -> feed.alarm() != null).count();
        }

        public long failing() {
            return feeds.stream().filter(feed -> feed.consecutiveFailures() > 0).count();
        }
    }

    /** One feed. */
    record FeedPage(
            FeedState feed,
            FeedHealth health,
            List<FetchResult> fetches,
            @Nullable String notice,
            @Nullable String error) {}

    private final FeedAdmin admin;
    private final FeedEditor editor;
    private final FeedFile file;
    private final FeedPoller poller;

    FeedPages(FeedAdmin admin, FeedEditor editor, FeedFile file, OpmlImport opml, FeedPoller poller) {
        this.admin = admin;
        this.editor = editor;
        this.file = file;
        this.poller = poller;
    }

    private static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance feeds(@QueryParam("tag") @Nullable String tag, @Context HttpServerRequest request) {
        List<FeedState> feeds = admin.all().stream()
                .filter(feed -> tag == null || feed.tags().contains(tag))
                .toList();
        return Templates.feeds(Csrf.word(request), new FeedsPage(file.state(), feeds, admin.tags(), tag));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response actOnTag(@FormParam("action") @Nullable String action, @FormParam("tag") @Nullable String tag) {
        String which = tag == null ? "" : tag;
        switch (action == null ? "" : action) {
            case "poll" -> admin.pollTagged(which);
            case "pause" -> admin.pauseTagged(which);
            case "resume" -> admin.resumeTagged(which);
            default -> throw ProblemException.badInput("action", "must be poll, pause or resume");
        }
        return to("/admin/feeds?tag=" + URLEncoder.encode(which, StandardCharsets.UTF_8));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance feed(@PathParam("id") String id, @Context HttpServerRequest request) {
        return page(id, request, null, null);
    }

    private TemplateInstance page(
            String id, HttpServerRequest request, @Nullable String notice, @Nullable String error) {
        return Templates.feed(
                Csrf.word(request), new FeedPage(admin.one(id), admin.health(id), admin.fetches(id), notice, error));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("id") String id,
            @FormParam("action") @Nullable String action,
            @Context HttpServerRequest request) {
        try {
            switch (action == null ? "" : action) {
                case "poll" -> {
                    FetchResult result = poller.pollNow(id).orElseThrow(() -> admin.refusal(id));
                    return answer(200, page(id, request, said(result), result.error()));
                }
                case "pause" -> admin.pause(id);
                case "resume" -> admin.resume(id);
                case "delete" -> {
                    editor.delete(id, Precondition.NONE);
                    return to("/admin/feeds");
                }
                default -> throw ProblemException.badInput("action", "must be poll, pause, resume or delete");
            }
            return to("/admin/feeds/" + id);
        } catch (ProblemException refusal) {
            if (refusal.problem().status() == 404) {
                throw refusal;
            }
            return answer(refusal.problem().status(), page(id, request, null, refusal.getMessage()));
        }
    }

    private static @Nullable String said(FetchResult result) {
        return result.error() == null
                ? "Polled: " + result.newItems() + " new, " + result.changedItems() + " changed."
                : null;
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
