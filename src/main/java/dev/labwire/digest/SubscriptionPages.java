package dev.labwire.digest;

import dev.labwire.access.ClientAddress;
import dev.labwire.digest.SettingsReader.Wanted;
import dev.labwire.digest.SettingsReader.Wishes;
import dev.labwire.digest.SignedLinks.Grant;
import dev.labwire.digest.SignedLinks.Purpose;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The pages behind the links in mails. Opening a link changes nothing, since mail scanners open links too; pressing the
 * button does, with no cookie and no account (RFC 8058). A link that nobody signed here leads nowhere.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
final class SubscriptionPages {

    /** The pages. */
    @CheckedTemplate(basePath = "digest")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance button(String language, String title, String text, String button);

        static native TemplateInstance message(String language, String title, String text);

        static native TemplateInstance form(FormPage page);
    }

    /**
     * A form with settings.
     *
     * @param labels in its language
     * @param error what was wrong with what was entered
     * @param email null where it is known
     */
    public record FormPage(
            FormLabels labels,
            String language,
            @Nullable String error,
            @Nullable String email,
            String timeZone,
            String deliverAt,
            boolean whenQuiet,
            String filter,
            List<String> zones,
            List<String> languages) {

        public FormPage {
            zones = List.copyOf(zones);
            languages = List.copyOf(languages);
        }
    }

    /** The words of a form. */
    public record FormLabels(
            String title,
            String timeZone,
            String deliverAt,
            String language,
            String whenQuiet,
            String filter,
            String filterHelp,
            String save) {

        static FormLabels of(DigestLabels labels, String save) {
            return new FormLabels(
                    labels.title(),
                    labels.timeZone(),
                    labels.deliverAt(),
                    labels.language(),
                    labels.whenQuiet(),
                    labels.filter(),
                    labels.filterHelp(),
                    save);
        }
    }

    private final SignedLinks tokens;
    private final SubscriptionStore store;
    private final SubscriptionRequests requests;
    private final SettingsReader reader;
    private final SubscriptionDesk desk;
    private final Links links;

    SubscriptionPages(
            SignedLinks tokens,
            SubscriptionStore store,
            SubscriptionRequests requests,
            SettingsReader reader,
            SubscriptionDesk desk,
            Links links) {
        this.requests = requests;
        this.tokens = tokens;
        this.store = store;
        this.reader = reader;
        this.desk = desk;
        this.links = links;
    }

    @GET
    @Path("subscriptions")
    @Operation(hidden = true)
    public Response subscribe() {
        return page(200, Templates.form(emptyForm(null, null)));
    }

    @POST
    @Path("subscriptions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response subscribe(
            @FormParam("email") @Nullable String email,
            @FormParam("timeZone") @Nullable String timeZone,
            @FormParam("deliverAt") @Nullable String deliverAt,
            @FormParam("language") @Nullable String language,
            @FormParam("whenQuiet") @Nullable String whenQuiet,
            @FormParam("filter") @Nullable String filter,
            @Context HttpServerRequest request) {
        Wishes wishes =
                new Wishes(email, timeZone, deliverAt, language, whenQuiet != null, SettingsReader.parameters(filter));
        try {
            desk.ask(wishes, ClientAddress.network(request));
        } catch (ProblemException refusal) {
            return page(refusal.problem().status(), Templates.form(emptyForm(said(refusal), wishes)));
        }
        return page(202, Templates.message(Languages.DEFAULT, "Labwire", SubscriptionsResource.ANSWER.detail()));
    }

    private static FormPage emptyForm(@Nullable String error, @Nullable Wishes wishes) {
        DigestLabels labels = DigestRenderer.labels(Languages.DEFAULT);
        return new FormPage(
                FormLabels.of(labels, "Subscribe"),
                or(wishes == null ? null : wishes.language(), Languages.DEFAULT),
                error,
                or(wishes == null ? null : wishes.email(), ""),
                or(wishes == null ? null : wishes.timeZone(), "UTC"),
                or(wishes == null ? null : wishes.deliverAt(), "07:30"),
                wishes != null && Boolean.TRUE.equals(wishes.whenQuiet()),
                wishes == null || wishes.filter() == null ? "" : text(wishes),
                zones(),
                Languages.ALL);
    }

    private static String text(Wishes wishes) {
        return wishes.filter().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static String said(ProblemException refusal) {
        Problem problem = refusal.problem();
        return problem.errors().isEmpty()
                ? or(problem.detail(), problem.title())
                : problem.errors().stream()
                        .map(error -> error.field() + ": " + error.message())
                        .collect(Collectors.joining("; "));
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")
                        || zone.equals("UTC"))
                .sorted()
                .toList();
    }

    @GET
    @Path("subscriptions/confirm")
    @Operation(hidden = true)
    public Response askToConfirm(@QueryParam("token") @Nullable String token) {
        return granted(Purpose.CONFIRM, token)
                .flatMap(grant -> requests.asked(grant.subject()))
                .map(this::confirmPage)
                .orElseGet(SubscriptionPages::nothing);
    }

    private Response confirmPage(Wanted wanted) {
        Settings settings = wanted.settings();
        DigestLabels labels = DigestRenderer.labels(settings.language());
        return page(
                200,
                Templates.button(
                        settings.language(),
                        labels.title(),
                        labels.confirmText(
                                links.host(),
                                wanted.address(),
                                settings.deliverAt().toString(),
                                settings.zone().getId()),
                        labels.confirmButton()));
    }

    @POST
    @Path("subscriptions/confirm")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response confirm(@QueryParam("token") @Nullable String token) {
        return granted(Purpose.CONFIRM, token)
                .flatMap(grant -> requests.confirm(grant.subject()))
                .map(view -> {
                    DigestLabels labels = DigestRenderer.labels(view.language());
                    return message(view, labels.confirmed(day(view), view.deliverAt(), view.timeZone()));
                })
                .orElseGet(SubscriptionPages::nothing);
    }

    @GET
    @Path("unsubscribe")
    @Operation(hidden = true)
    public Response askToUnsubscribe(@QueryParam("token") @Nullable String token) {
        return subscription(Purpose.UNSUBSCRIBE, token)
                .map(view -> {
                    DigestLabels labels = DigestRenderer.labels(view.language());
                    return view.state().equals(SubscriptionState.UNSUBSCRIBED.wireName())
                            ? message(view, labels.unsubscribed(view.email()))
                            : page(
                                    200,
                                    Templates.button(
                                            view.language(),
                                            labels.title(),
                                            labels.unsubscribeText(view.email()),
                                            labels.unsubscribe()));
                })
                .orElseGet(SubscriptionPages::nothing);
    }

    /** Mail programs post {@code List-Unsubscribe=One-Click}; what is in the body does not matter. */
    @POST
    @Path("unsubscribe")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response unsubscribe(@QueryParam("token") @Nullable String token) {
        return subscription(Purpose.UNSUBSCRIBE, token)
                .map(view -> {
                    store.unsubscribe(view.id());
                    return message(view, DigestRenderer.labels(view.language()).unsubscribed(view.email()));
                })
                .orElseGet(SubscriptionPages::nothing);
    }

    @GET
    @Path("subscriptions/manage")
    @Operation(hidden = true)
    public Response showSettings(@QueryParam("token") @Nullable String token) {
        return living(token)
                .map(view -> page(200, Templates.form(form(view, null))))
                .orElseGet(SubscriptionPages::nothing);
    }

    @POST
    @Path("subscriptions/manage")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changeSettings(
            @QueryParam("token") @Nullable String token,
            @FormParam("timeZone") @Nullable String timeZone,
            @FormParam("deliverAt") @Nullable String deliverAt,
            @FormParam("language") @Nullable String language,
            @FormParam("whenQuiet") @Nullable String whenQuiet,
            @FormParam("filter") @Nullable String filter) {
        return living(token)
                .map(view -> {
                    try {
                        Settings settings = reader.settings(new Wishes(
                                null,
                                timeZone,
                                deliverAt,
                                language,
                                whenQuiet != null,
                                SettingsReader.parameters(filter)));
                        SubscriptionView changed = store.change(view.id(), settings);
                        DigestLabels labels = DigestRenderer.labels(changed.language());
                        return message(changed, labels.saved(day(changed), changed.deliverAt(), changed.timeZone()));
                    } catch (ProblemException refusal) {
                        return page(refusal.problem().status(), Templates.form(form(view, said(refusal))));
                    }
                })
                .orElseGet(SubscriptionPages::nothing);
    }

    private static FormPage form(SubscriptionView view, @Nullable String error) {
        DigestLabels labels = DigestRenderer.labels(view.language());
        return new FormPage(
                FormLabels.of(labels, labels.save()),
                view.language(),
                error,
                null,
                view.timeZone(),
                view.deliverAt(),
                view.whenQuiet(),
                view.settings().filterText(),
                zones(),
                Languages.ALL);
    }

    private String day(SubscriptionView view) {
        LocalDate day = view.nextDate();
        return new Wording(DigestRenderer.labels(view.language()), Locale.forLanguageTag(view.language()), links)
                .date(day, FormatStyle.MEDIUM);
    }

    private Optional<Grant> granted(Purpose purpose, @Nullable String token) {
        return token == null ? Optional.empty() : tokens.read(purpose, token);
    }

    private Optional<SubscriptionView> subscription(Purpose purpose, @Nullable String token) {
        return granted(purpose, token)
                .flatMap(grant -> store.find(grant.subject()))
                .filter(view -> !view.state().equals(SubscriptionState.PUBLIC.wireName()));
    }

    private Optional<SubscriptionView> living(@Nullable String token) {
        return subscription(Purpose.MANAGE, token)
                .filter(view -> !view.state().equals(SubscriptionState.UNSUBSCRIBED.wireName()));
    }

    private static Response message(SubscriptionView view, String text) {
        return page(
                200,
                Templates.message(
                        view.language(), DigestRenderer.labels(view.language()).title(), text));
    }

    /** The same for what is forged, expired or gone. */
    private static Response nothing() {
        return page(
                404,
                Templates.message(
                        Languages.DEFAULT,
                        "Not found",
                        "There is nothing here. The link may be incomplete or too old."));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}
