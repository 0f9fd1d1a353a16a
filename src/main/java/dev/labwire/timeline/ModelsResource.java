package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.NameBook;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
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
import org.jspecify.annotations.Nullable;

/** Which models have been told of, and the stages of each. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class ModelsResource {

    private static final int MOST_EVENTS = 1000;

    private final Directory directory;
    private final NameBook names;
    private final Timeline timeline;

    ModelsResource(Directory directory, NameBook names, Timeline timeline) {
        this.directory = directory;
        this.names = names;
        this.timeline = timeline;
    }

    /**
     * A model, in a list.
     *
     * @param organization id of its maker, where it is known
     */
    record Model(
            String id,
            String name,
            @Nullable String family,
            @Nullable String organization) {

        static Model of(Entry entry) {
            return new Model(entry.id(), entry.name(), entry.family(), entry.organization());
        }
    }

    /**
     * A model's page.
     *
     * @param stages announced, previewed, out, updated, retired: each event of that model, in the order in which they happened
     * @param figures context, size, licence, prices and scores, each with who reported it
     * @param events the same events in full
     */
    record ModelPage(
            String id,
            String name,
            @Nullable String family,
            @Nullable String organization,
            List<Stage> stages,
            Figures figures,
            List<TimelineEvent> events) {}

    /** One stage in the life of a model. */
    record Stage(Kind kind, Status status, @Nullable OccurredOn occurredOn, String event) {}

    @GET
    @Operation(summary = "Models that the timeline names, by id")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    public Listing<Model> list(@Context UriInfo uri) {
        return Listing.of(uri.getQueryParameters(), directory, Shelf.MODEL, Model::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One model: its stages, its figures and who reported them; by id or name")
    @APIResponse(responseCode = "200", description = "The model")
    @APIResponse(responseCode = "404", description = "The timeline names no such model")
    public ModelPage one(@PathParam("id") String id, @Context UriInfo uri) {
        new Parameters(uri.getQueryParameters(), Set.of()).check();
        Entry model = directory
                .find(Shelf.MODEL, names.modelId(id))
                .orElseThrow(() -> ProblemException.notFound("The timeline names no model '" + id + "'."));
        List<TimelineEvent> events = timeline.inOrder(CareerFilters.model(model.id()), MOST_EVENTS);
        return new ModelPage(
                model.id(),
                model.name(),
                model.family(),
                model.organization(),
                events.stream()
                        .map(event -> new Stage(event.kind(), event.status(), event.occurredOn(), event.id()))
                        .toList(),
                timeline.figures(model.id()),
                events);
    }
}
