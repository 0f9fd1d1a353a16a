package dev.labwire.extraction;

import dev.labwire.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Runs the engine on a text that a client sends. Stores nothing. */
@Path("/api/v1/extractions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class ExtractionResource {

    /**
     * What a client sends.
     *
     * @param publishedAt an ISO-8601 instant or date
     */
    record Request(
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String publishedAt,
            @Nullable String language) {}

    private final Extractor extractor;

    ExtractionResource(Extractor extractor) {
        this.extractor = extractor;
    }

    @POST
    @Operation(summary = "The mentions in a text; what the poller would find in it")
    public Extraction extract(@Nullable Request request) {
        if (request == null || blank(request.title()) && blank(request.text())) {
            throw ProblemException.badInput("text", "either text or title is required");
        }
        return extractor.read(new Document(
                request.url(),
                request.title() == null ? "" : request.title(),
                request.text() == null ? "" : request.text(),
                day(request.publishedAt()),
                null,
                null,
                request.language()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable LocalDate day(@Nullable String publishedAt) {
        if (publishedAt == null) {
            return null;
        }
        try {
            return publishedAt.length() == 10
                    ? LocalDate.parse(publishedAt)
                    : Instant.parse(publishedAt).atZone(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeParseException unreadable) {
            throw ProblemException.badInput("publishedAt", "must be an ISO-8601 instant or date");
        }
    }
}
