package dev.labwire.admin;

import dev.labwire.access.Journal;
import dev.labwire.access.Role;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.Backup;
import dev.labwire.storage.Backups;
import dev.labwire.storage.UnusableBackupException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Back-ups over REST, for the admin. */
@Path("/api/v1/admin/backups")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
class BackupsResource {

    private final BackupDesk desk;
    private final Backups backups;
    private final Journal journal;

    BackupsResource(BackupDesk desk, Backups backups, Journal journal) {
        this.desk = desk;
        this.backups = backups;
        this.journal = journal;
    }

    /** All back-ups, the newest first. */
    @Schema(name = "Backups")
    record All(List<Backup> items) {}

    /** What happens next. */
    @Schema(name = "Restoring")
    record Restoring(String detail) {}

    @GET
    @Operation(summary = "The back-ups in the data directory, the newest first")
    public All all() {
        return new All(backups.all());
    }

    @POST
    @Operation(
            summary = "Make a back-up while the service is at work",
            description =
                    "It lies in `backups` in the data directory and holds all that was committed when it was asked"
                            + " for, secrets included: guard it. feeds.yaml and the lexicon are files of yours and not in it.")
    @APIResponse(
            responseCode = "201",
            description = "The back-up",
            content = @Content(schema = @Schema(implementation = Backup.class)))
    @APIResponse(responseCode = "503", description = "There is no room for it, or it can't be written")
    public Response make() {
        Backup made = desk.make();
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/admin/backups/" + made.name())
                .entity(made)
                .build();
    }

    @GET
    @Path("{name}")
    @Produces("application/zip")
    @Operation(summary = "The file of a back-up")
    @APIResponse(responseCode = "200", description = "A ZIP archive")
    @APIResponse(responseCode = "404", description = "There is no such back-up")
    public Response file(@PathParam("name") String name) {
        journal.note("backup.download", "backup:" + found(name).getFileName());
        return Response.ok(found(name).toFile(), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Delete a back-up")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no such back-up")
    public void delete(@PathParam("name") String name) {
        if (!backups.delete(name)) {
            throw missing(name);
        }
        journal.note("backup.delete", "backup:" + name);
    }

    @POST
    @Path("{name}/restore")
    @Operation(
            summary = "Go back to a back-up at the next start",
            description =
                    "It is unpacked and looked through now. What can't be restored is refused and changes nothing. The"
                            + " database that is in force stays until the service is started again, and lies beside the restored one then.")
    @APIResponse(
            responseCode = "202",
            description = "It is whole, and lies ready",
            content = @Content(schema = @Schema(implementation = Restoring.class)))
    @APIResponse(responseCode = "404", description = "There is no such back-up")
    @APIResponse(responseCode = "409", description = "It is broken, or was made by a later release")
    public Response restore(@PathParam("name") String name) {
        try {
            backups.restoreAtNextStart(found(name));
        } catch (UnusableBackupException refused) {
            throw ProblemException.conflict("The back-up can't be restored: " + refused.getMessage() + ".");
        }
        journal.note("backup.restore", "backup:" + name);
        return Response.accepted(new Restoring("Start the service again: it then begins with this back-up."))
                .build();
    }

    private java.nio.file.Path found(String name) {
        return backups.file(name).orElseThrow(() -> missing(name));
    }

    private static ProblemException missing(String name) {
        return ProblemException.notFound("There is no back-up '" + name + "'.");
    }
}
