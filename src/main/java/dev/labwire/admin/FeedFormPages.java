package dev.labwire.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.access.Csrf;
import dev.labwire.access.Role;
import dev.labwire.feed.FeedDiscovery;
import dev.labwire.feed.FeedDiscovery.Candidate;
import dev.labwire.feed.FeedDiscovery.Discovery;
import dev.labwire.feed.FeedEditor;
import dev.labwire.feed.Precondition;
import dev.labwire.problem.Problem;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where a feed is found, tried and written down on pages. */
@Path("/admin")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class FeedFormPages {

    /** The fields of the form, under the names that they have there. */
    private static final List<String> FIELDS = List.of(
            "id",
            "title",
            "url",
            "type",
            "item",
            "itemTitle",
            "itemDate",
            "organization",
            "tags",
            "interval",
            "fullText",
            "enabled");

    /** Kinds that are read with selectors. */
    private static final Set<String> LISTS = Set.of("page", "json");

    /** The pages. */
    @CheckedTemplate(basePath = "admin")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance form(String csrf, FormPage page);

        static native TemplateInstance discover(
                String csrf, @Nullable String site, @Nullable String error, List<Found> found);
    }

    /**
     * The form.
     *
     * @param id of the feed that is edited; null for a new one
     * @param version of the feed that is edited, so that nobody overwrites what they have not seen
     * @param fields what stands in it
     */
    public record FormPage(
            @Nullable String id,
            String version,
            Map<String, String> fields,
            List<String> errors,
            FeedPreview.@Nullable Preview preview) {

        public FormPage {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Something to follow.
     *
     * @param query what fills the form with it
     */
    public record Found(Candidate candidate, String query) {}

    private final FeedEditor editor;
    private final FeedPreview preview;
    private final FeedDiscovery discovery;
    private final ObjectMapper mapper;

    FeedFormPages(FeedEditor editor, FeedPreview preview, FeedDiscovery discovery, ObjectMapper mapper) {
        this.editor = editor;
        this.preview = preview;
        this.discovery = discovery;
        this.mapper = mapper;
    }

    @GET
    @Path("new-feed")
    @Operation(hidden = true)
    public TemplateInstance add(@Context UriInfo uri, @Context HttpServerRequest request) {
        Map<String, String> fields = fields(uri.getQueryParameters());
        fields.put("enabled", "true");
        return Templates.form(Csrf.word(request), new FormPage(null, "", fields, List.of(), null));
    }

    @POST
    @Path("new-feed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return submit(null, form, request);
    }

    @GET
    @Path("edit-feed/{id}")
    @Operation(hidden = true)
    public TemplateInstance edit(@PathParam("id") String id, @Context HttpServerRequest request) {
        FeedEditor.Editable feed = editor.editable(id);
        return Templates.form(
                Csrf.word(request),
                new FormPage(id, Integer.toString(feed.version()), fields(feed.definition()), List.of(), null));
    }

    @POST
    @Path("edit-feed/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response edit(
            @PathParam("id") String id, MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return submit(id, form, request);
    }

    private Response submit(@Nullable String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
        Map<String, String> fields = fields(form);
        String version = form.getFirst("version") == null ? "" : form.getFirst("version");
        try {
            ObjectNode feed = feed(fields, id);
            if (!"save".equals(form.getFirst("action"))) {
                FormPage page = new FormPage(id, version, fields, List.of(), preview.of(feed));
                return answer(200, Templates.form(Csrf.word(request), page));
            }
            String slug = id == null
                    ? editor.create(feed).slug()
                    : editor.replace(id, feed, new Precondition(version, null)).slug();
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", "/admin/feeds/" + slug)
                    .build();
        } catch (ProblemException refusal) {
            FormPage page = new FormPage(id, version, fields, said(refusal.problem()), null);
            return answer(refusal.problem().status(), Templates.form(Csrf.word(request), page));
        }
    }

    private static Response answer(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private static List<String> said(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(problem.detail() == null ? problem.title() : problem.detail())
                : problem.errors().stream().map(Problem.FieldError::message).toList();
    }

    /** Every field of the form, with an empty text where nothing was entered. */
    private static Map<String, String> fields(MultivaluedMap<String, String> given) {
        Map<String, String> fields = new TreeMap<>();
        FIELDS.forEach(name -> fields.put(name, given.getFirst(name) == null ? "" : given.getFirst(name)));
        return fields;
    }

    private static Map<String, String> fields(JsonNode feed) {
        Map<String, String> fields = new TreeMap<>();
        FIELDS.forEach(name -> fields.put(name, feed.path(name).asText("")));
        fields.put("item", feed.at("/select/item").asText(""));
        fields.put("itemTitle", feed.at("/select/title").asText(""));
        fields.put("itemDate", feed.at("/select/date").asText(""));
        fields.put("enabled", feed.path("enabled").asText("true"));
        StringBuilder tags = new StringBuilder();
        feed.path("tags").forEach(tag -> tags.append(tags.isEmpty() ? "" : ", ").append(tag.asText()));
        fields.put("tags", tags.toString());
        return fields;
    }

    /** What the form says, as a request would. */
    private ObjectNode feed(Map<String, String> fields, @Nullable String id) {
        ObjectNode feed = id == null ? mapper.createObjectNode() : kept(id);
        put(feed, "id", id == null ? fields.get("id") : id);
        List.of("title", "url", "organization", "interval").forEach(name -> put(feed, name, fields.get(name)));
        if (LISTS.contains(fields.getOrDefault("type", ""))) {
            ObjectNode select = feed.put("type", fields.get("type")).withObject("/select");
            put(select, "item", fields.get("item"));
            put(select, "title", fields.get("itemTitle"));
            put(select, "date", fields.get("itemDate"));
        } else {
            feed.remove(List.of("type", "select"));
        }
        Arrays.stream(fields.getOrDefault("tags", "").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(feed.withArray("tags")::add);
        if (!fields.getOrDefault("fullText", "").isEmpty()) {
            feed.put("fullText", "true".equals(fields.get("fullText")));
        }
        feed.put("enabled", "true".equals(fields.get("enabled")));
        return feed;
    }

    /** What the feed has that the form does not show: it stays as it is. */
    private ObjectNode kept(String id) {
        ObjectNode feed = editor.editable(id).definition();
        feed.remove(List.of("title", "organization", "interval", "tags", "fullText", "enabled"));
        if (feed.has("select")) {
            feed.withObject("/select").remove(List.of("item", "title", "date"));
        }
        return feed;
    }

    private static void put(ObjectNode target, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            target.put(name, value.strip());
        }
    }

    @GET
    @Path("discover")
    @Operation(hidden = true)
    public TemplateInstance discover(@Context HttpServerRequest request) {
        return Templates.discover(Csrf.word(request), null, null, List.of());
    }

    @POST
    @Path("discover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response discover(@FormParam("site") @Nullable String site, @Context HttpServerRequest request) {
        try {
            Discovery discovered = discovery.discover(site);
            List<Found> found = discovered.candidates().stream()
                    .map(candidate -> new Found(candidate, query(candidate)))
                    .toList();
            return answer(200, Templates.discover(Csrf.word(request), site, discovered.error(), found));
        } catch (ProblemException refusal) {
            return answer(
                    refusal.problem().status(),
                    Templates.discover(Csrf.word(request), null, refusal.getMessage(), List.of()));
        }
    }

    private String query(Candidate candidate) {
        JsonNode select = mapper.valueToTree(candidate.select());
        Map<String, String> fields = new TreeMap<>(Map.of(
                "url", candidate.url(),
                "type", candidate.type(),
                "title", candidate.title() == null ? "" : candidate.title(),
                "item", select.path("item").asText(""),
                "itemTitle", select.path("title").asText(""),
                "itemDate", select.path("date").asText("")));
        return fields.entrySet().stream()
                .filter(field ->
                        !field.getValue().isEmpty() && !field.getValue().equals("null"))
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
