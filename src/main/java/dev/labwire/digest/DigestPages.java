package dev.labwire.digest;

import dev.labwire.digest.DigestRenderer.Reader;
import dev.labwire.digest.SettingsReader.Wishes;
import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Editions for everybody: what a subscriber would get, and those of the past. */
@Path("/digest")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Digest")
final class DigestPages {

    private static final int ARCHIVED = 400;
    private static final List<String> OWN = List.of("date", "timeZone", "deliverAt", "language", "format");

    /** The pages. */
    @CheckedTemplate(basePath = "digest")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance archive(List<ArchivedDay> days);
    }

    /** A day that has an edition. */
    public record ArchivedDay(String date, String words, int events) {}

    private final Composer composer;
    private final DigestRenderer renderer;
    private final EditionStore editions;
    private final SubscriptionStore subscriptions;
    private final SettingsReader reader;
    private final Links links;
    private final InstantSource clock;

    DigestPages(
            Composer composer,
            DigestRenderer renderer,
            EditionStore editions,
            SubscriptionStore subscriptions,
            SettingsReader reader,
            Links links,
            InstantSource clock) {
        this.composer = composer;
        this.renderer = renderer;
        this.editions = editions;
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.links = links;
        this.clock = clock;
    }

    @GET
    @Path("preview")
    @Produces({MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "The digest that a subscriber would get on a day",
            description =
                    "What Labwire learned in the 24 hours or so up to the local delivery time, for somebody who was told of"
                            + " everything before. All filters of the list of events may be given besides.")
    @Parameter(
            name = "date",
            in = ParameterIn.QUERY,
            description = "A local day; unless given the next one, as it stands now")
    @Parameter(name = "timeZone", in = ParameterIn.QUERY, description = "Of the IANA database; UTC unless given")
    @Parameter(name = "deliverAt", in = ParameterIn.QUERY, description = "A local time; 07:30 unless given")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "Of the labels")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "`html`, or `text` for the plain part")
    @APIResponse(responseCode = "200", description = "The digest")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    public Response preview(@Context UriInfo uri) {
        Map<String, List<String>> filter = new LinkedHashMap<>(uri.getQueryParameters());
        OWN.forEach(filter::remove);
        Settings settings = reader.settings(
                new Wishes(null, own(uri, "timeZone"), own(uri, "deliverAt"), own(uri, "language"), true, filter));
        LocalDate date = date(own(uri, "date"), settings);
        DigestRenderer.Rendered rendered =
                renderer.render(composer.preview(settings, date), settings.language(), Reader.PUBLIC);
        String format = own(uri, "format");
        if (format != null && !Set.of("html", "text").contains(format)) {
            throw ProblemException.badInput("format", "must be html or text");
        }
        return "text".equals(format)
                ? Response.ok(rendered.text(), "text/plain;charset=UTF-8").build()
                : html(rendered.html());
    }

    private static @Nullable String own(UriInfo uri, String name) {
        String value = uri.getQueryParameters().getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }

    private LocalDate date(@Nullable String text, Settings settings) {
        if (text == null) {
            return settings.dueDates().first(clock.instant());
        }
        LocalDate date = day(text);
        if (date == null) {
            throw ProblemException.badInput("date", "must be a date such as 2026-05-19");
        }
        return date;
    }

    /** Years of more than four digits have no digest. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.length() == "2026-05-19".length() ? LocalDate.parse(text) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    @GET
    @Operation(summary = "The public editions of the past")
    @APIResponse(responseCode = "200", description = "A page that links to them")
    public Response archive() {
        Wording wording = new Wording(DigestRenderer.labels(Languages.DEFAULT), Locale.ENGLISH, links);
        List<ArchivedDay> days =
                editions.archive(subscriptions.publicId(), LocalDate.MAX.withYear(9999), ARCHIVED).stream()
                        .map(edition -> new ArchivedDay(
                                edition.localDate.toString(),
                                wording.date(edition.localDate, FormatStyle.FULL),
                                edition.events))
                        .toList();
        return html(Templates.archive(days).render());
    }

    @GET
    @Path("{date}")
    @Operation(summary = "The public edition of a day")
    @APIResponse(responseCode = "200", description = "The edition")
    @APIResponse(responseCode = "404", description = "That day has none")
    public Response edition(@PathParam("date") String date) {
        LocalDate day = day(date);
        EditionStore.Frozen frozen = day == null ? null : editions.frozen(subscriptions.publicId(), day);
        if (frozen == null) {
            throw ProblemException.notFound("There is no public edition of '" + date + "'.");
        }
        Draft draft = composer.frozen(frozen.edition(), frozen.events(), frozen.week());
        return html(
                renderer.render(draft, frozen.edition().language, Reader.PUBLIC).html());
    }

    private static Response html(String page) {
        return Response.ok(page, "text/html;charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .build();
    }
}
