package dev.labwire.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.digest.SettingsReader.Wishes;
import dev.labwire.problem.ListParameters;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscriptions over REST, for the admin. */
@Path("/api/v1/admin/subscriptions")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Digest")
class SubscriptionAdminResource {

    private static final List<SubscriptionState> STATES = Arrays.stream(SubscriptionState.values())
            .filter(state -> state != SubscriptionState.PUBLIC)
            .toList();

    private final SubscriptionStore store;
    private final SettingsReader reader;
    private final TestSend tests;
    private final ObjectMapper mapper;

    SubscriptionAdminResource(SubscriptionStore store, SettingsReader reader, TestSend tests, ObjectMapper mapper) {
        this.store = store;
        this.reader = reader;
        this.tests = tests;
        this.mapper = mapper;
    }

    /** One that could not be imported: its place in the list, from 1, and what is wrong with it. */
    record Rejected(int line, List<Problem.FieldError> errors) {}

    /** What came of an import. */
    record Imported(int imported, List<Rejected> rejected) {}

    @GET
    @Operation(
            summary = "Subscriptions, by address",
            description = "By `state`: active, paused, suspended, unsubscribed.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = SubscriptionStore.Page.class)))
    public SubscriptionStore.Page list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return store.page(ListParameters.oneOf(STATES, "state", state), cursor, ListParameters.limit(limit));
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "Import subscribers who have agreed elsewhere",
            description =
                    "A list of what `POST /api/v1/subscriptions` takes, or CSV with a header line of the same names"
                            + " (`email` is needed, `filter` is written `type=people_move&organization=anthropic`). They are not asked"
                            + " to confirm. An address that is subscribed already gets these settings. Lines that are wrong are"
                            + " reported, the others are taken.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SubscriptionsResource.Asked[].class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were taken, and which were not",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    public Imported importAll(@Nullable String body, @jakarta.ws.rs.HeaderParam("Content-Type") @Nullable String type) {
        if (body == null || body.isBlank()) {
            throw ProblemException.badInput("body", "must be a list of subscriptions");
        }
        List<Line> lines = type != null && type.startsWith("text/csv") ? csv(body) : json(body);
        List<SettingsReader.Wanted> wanted = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            try {
                wanted.add(reader.wanted(lines.get(index).wishes()));
                places.add(index + 1);
            } catch (ProblemException wrong) {
                rejected.add(new Rejected(index + 1, wrong.problem().errors()));
            }
        }
        List<Integer> left = store.subscribeAll(wanted);
        left.forEach(place -> rejected.add(new Rejected(
                places.get(place), List.of(new Problem.FieldError("email", "has unsubscribed and must ask itself")))));
        rejected.sort(Comparator.comparingInt(Rejected::line));
        return new Imported(wanted.size() - left.size(), rejected);
    }

    /** One subscriber to import, read when its turn comes. */
    private interface Line {
        Wishes wishes();
    }

    private List<Line> json(String body) {
        try {
            JsonNode list = mapper.readTree(body);
            if (!list.isArray()) {
                throw ProblemException.badInput("body", "must be a list of subscriptions");
            }
            List<Line> lines = new ArrayList<>();
            list.forEach(node -> lines.add(() -> asked(node).wishes()));
            return lines;
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw ProblemException.badInput("body", "is not JSON");
        }
    }

    private SubscriptionsResource.Asked asked(JsonNode node) {
        try {
            return mapper.treeToValue(node, SubscriptionsResource.Asked.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw ProblemException.badInput("subscription", "has a field that is unknown or of another type");
        }
    }

    private static List<Line> csv(String body) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            if (!parser.getHeaderNames().contains("email")) {
                throw ProblemException.badInput("body", "needs a header line with a column email");
            }
            return parser.getRecords().stream()
                    .<Line>map(row -> () -> wishes(row))
                    .toList();
        } catch (IllegalArgumentException | UncheckedIOException unreadable) {
            throw ProblemException.badInput("body", "is not CSV: " + unreadable.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Wishes wishes(CSVRecord row) {
        String quiet = cell(row, "whenQuiet");
        return new Wishes(
                cell(row, "email"),
                cell(row, "timeZone"),
                cell(row, "deliverAt"),
                cell(row, "language"),
                quiet == null ? null : Boolean.valueOf(quiet),
                SettingsReader.parameters(cell(row, "filter")));
    }

    private static @Nullable String cell(CSVRecord row, String name) {
        String value = row.isMapped(name) && row.isSet(name) ? row.get(name) : "";
        return value.isEmpty() ? null : value;
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Send nothing more until it is resumed")
    public SubscriptionView pause(@PathParam("id") String id) {
        return store.pause(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Go on with one that was paused or suspended")
    public SubscriptionView resume(@PathParam("id") String id) {
        return store.resume(id);
    }

    @POST
    @Path("{id}/test")
    @Operation(summary = "Send the edition of today now, besides the regular one")
    @APIResponse(responseCode = "202", description = "It is in the outbox")
    public Response test(@PathParam("id") String id) {
        tests.send(id);
        return Response.accepted().build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End it")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void delete(@PathParam("id") String id) {
        store.end(id);
    }
}
