package dev.labwire.digest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The composing step over REST, for the admin. */
@Path("/api/v1/admin/digest")
@RolesAllowed("admin")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Digest")
class DigestAdminResource {

    private final DigestTicker ticker;

    DigestAdminResource(DigestTicker ticker) {
        this.ticker = ticker;
    }

    /** How many editions were composed. */
    record Composed(int editions) {}

    @POST
    @Path("compose")
    @Operation(summary = "Compose the editions that are due now, without waiting for the next tick")
    public Composed compose() {
        return new Composed(ticker.compose());
    }
}
