package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail over REST, for the admin. Nobody can change it. */
@Path("/api/v1/admin/audit")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
class AuditResource {

    private static final int MOST = 500;

    private final AuditReader reader;

    AuditResource(AuditReader reader) {
        this.reader = reader;
    }

    /**
     * A page of the trail.
     *
     * @param next pass it on as {@code cursor} for the entries before these; null when there are none
     */
    @Schema(name = "AuditPage")
    record Page(List<AuditView> items, @Nullable String next) {}

    @GET
    @Operation(summary = "Who did what, and what it was like before and after; the newest first")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Page list(
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = limit(limit);
        List<AuditView> found = reader.before(cursor(cursor), new AuditQuery(actor, action, subject), most + 1);
        boolean more = found.size() > most;
        List<AuditView> items = more ? found.subList(0, most) : found;
        return new Page(items, more ? Long.toString(items.get(most - 1).id()) : null);
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw ProblemException.badInput("limit", "must be a number from 1 to " + MOST);
    }

    private static long cursor(@Nullable String text) {
        if (text == null) {
            return Long.MAX_VALUE;
        }
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw ProblemException.badInput("cursor", "must be the next of an earlier answer");
    }
}
