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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A page that takes a file of feeds: OPML to import, or a feeds.yaml to plan. */
@Path("/admin/import")
@RolesAllowed(Role.ADMIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class ImportPages {

    /** The page. */
    @CheckedTemplate(basePath = "admin")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance importing(String csrf, ImportPage page);
    }

    /** What became of a file. */
    record ImportPage(
            @Nullable String error,
            OpmlImport.@Nullable Report report,
            boolean rehearsed,
            @Nullable PlanView plan) {}

    private final FeedFile file;
    private final OpmlImport opml;

    ImportPages(FeedFile file, OpmlImport opml) {
        this.file = file;
        this.opml = opml;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance importing(@Context HttpServerRequest request) {
        return Templates.importing(Csrf.word(request), new ImportPage(null, null, false, null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response importing(
            @RestForm @Nullable String action,
            @RestForm("file") @Nullable FileUpload upload,
            @Context HttpServerRequest request) {
        ImportPage page;
        int status = 200;
        try {
            page = imported(action == null ? "" : action, text(upload));
        } catch (ProblemException refusal) {
            status = refusal.problem().status();
            page = new ImportPage(refusal.getMessage(), null, false, null);
        }
        return Response.status(status)
                .entity(Templates.importing(Csrf.word(request), page))
                .build();
    }

    private ImportPage imported(String action, String text) {
        return switch (action) {
            case "plan" -> new ImportPage(null, null, false, file.plan(text));
            case "rehearse" -> new ImportPage(null, opml.rehearse(OpmlImport.outlines(text)), true, null);
            case "import" -> new ImportPage(null, opml.add(OpmlImport.outlines(text)), false, null);
            default -> throw ProblemException.badInput("action", "must be plan, rehearse or import");
        };
    }

    private static String text(@Nullable FileUpload upload) {
        try {
            if (upload == null || upload.size() == 0) {
                throw ProblemException.badInput("file", "is missing or empty");
            }
            return Files.readString(upload.uploadedFile());
        } catch (CharacterCodingException broken) {
            throw ProblemException.badInput("file", "is not UTF-8");
        } catch (IOException lost) {
            throw ProblemException.badInput("file", "can't be read");
        }
    }
}
