package dev.labwire.admin;

import dev.labwire.access.Csrf;
import dev.labwire.access.Role;
import dev.labwire.storage.Backup;
import dev.labwire.storage.Backups;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Back-ups on a page. */
@Path("/admin/backups")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class BackupPages {

    /** The page. */
    @CheckedTemplate(basePath = "admin")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance backups(String csrf, @Nullable String notice, List<Backup> backups);
    }

    private final Backups backups;
    private final BackupDesk desk;

    BackupPages(Backups backups, BackupDesk desk) {
        this.backups = backups;
        this.desk = desk;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all(@Context HttpServerRequest request) {
        return Templates.backups(Csrf.word(request), notice(), backups.all());
    }

    private @Nullable String notice() {
        return backups.isRestorePending()
                ? "At the next start Labwire goes back to the back-up that was asked for."
                : null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance make(@Context HttpServerRequest request) {
        Backup made = desk.make();
        return Templates.backups(Csrf.word(request), made.name() + " is made.", backups.all());
    }
}
