package dev.labwire.access;

import dev.labwire.problem.ListParameters;
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
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = ListParameters.limit(limit);
        Long before = ListParameters.cursor(cursor);
        List<AuditView> found = reader.before(
                before == null ? Long.MAX_VALUE : before, new AuditQuery(actor, action, subject), most + 1);
        boolean more = found.size() > most;
        List<AuditView> items = more ? found.subList(0, most) : found;
        return new Page(items, more ? Long.toString(items.get(most - 1).id()) : null);
    }
}
