package dev.labwire.extraction;

import dev.labwire.access.ClientAddress;
import dev.labwire.access.RequestRate;
import dev.labwire.problem.ProblemException;
import dev.labwire.text.PlainText;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
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

    private static final int LONGEST = 256 * 1024;
    private static final Pattern HTML = Pattern.compile(
            "<(?:p|div|br|h[1-6]|ul|ol|li|a|article|section|span|table|html|body)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

    private final Extractor extractor;

    private final RequestRate rate;

    ExtractionResource(Extractor extractor, ExtractionConfig config, InstantSource clock) {
        this.extractor = extractor;
        this.rate = new RequestRate(clock, config.requestsPerMinute(), Duration.ofMinutes(1));
    }

    @POST
    @Operation(summary = "The mentions in a text; what the poller would find in it")
    public Extraction extract(@Nullable Request request, @Context HttpServerRequest http) {
        if (!rate.admit(ClientAddress.network(http))) {
            throw ProblemException.tooMany(
                    "too many texts in this minute from this address", rate.secondsToNextWindow());
        }
        if (request == null || blank(request.title()) && blank(request.text())) {
            throw ProblemException.badInput("text", "either text or title is required");
        }
        if (length(request.title()) + length(request.text()) > LONGEST) {
            throw ProblemException.tooLarge("title and text may have 256 KiB together");
        }
        return extractor.read(new Document(
                request.url(),
                request.title() == null ? "" : request.title(),
                plain(request.text()),
                day(request.publishedAt()),
                null,
                null,
                request.language()));
    }

    /** Text that has HTML elements in it is read as HTML. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : HTML.matcher(text).find() ? PlainText.fromHtml(text) : text;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
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
