package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks at forms before the framework takes them apart, which answers a wrong escape with nothing, or with a log entry that
 * holds what was entered.
 */
@Singleton
final class FormGuard {

    /** No form is taken there: it is what curl calls a body whose type it was not told. */
    private static final String API = "/api/v1/admin/";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int AFTER_THE_LIMITS = 50;
    private static final int LARGEST = 64 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final Pattern WRONG_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final EarlyRefusal refusals;

    FormGuard(EarlyRefusal refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, AFTER_THE_LIMITS);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.path().startsWith(API) && isOfType(request, FORM)) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        if (isOfType(request, FORM) || isUnwantedInParts(request)) {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            Buffer form = Buffer.buffer();
            request.handler(part -> {
                if (form.length() <= LARGEST) {
                    form.appendBuffer(part);
                }
            });
            request.endHandler(ended -> judge((RoutingContextInternal) context, form));
            request.resume();
        } else {
            context.next();
        }
    }

    /** Only the import takes a form in parts. To the one-click button of RFC 8058 any form will do: it is not looked at. */
    private static boolean isUnwantedInParts(HttpServerRequest request) {
        return isOfType(request, "multipart/") && !request.path().equals("/admin/import");
    }

    private static boolean isOfType(HttpServerRequest request, String wanted) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.method() != HttpMethod.GET
                && request.method() != HttpMethod.HEAD
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private void judge(RoutingContextInternal context, Buffer form) {
        String text = form.toString(StandardCharsets.ISO_8859_1);
        if (form.length() > LARGEST) {
            refusals.send(context.response(), ProblemException.tooLarge("a form may have " + LARGEST + " bytes"));
        } else if (isUnwantedInParts(context.request())) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
            context.setBody(Buffer.buffer());
            context.next();
        } else if (text.chars().filter(c -> c == '&').count() >= MOST_FIELDS) {
            refusals.send(
                    context.response(),
                    ProblemException.badInput("body", "a form may have " + MOST_FIELDS + " fields"));
        } else if (WRONG_ESCAPE.matcher(text).find()) {
            refusals.send(
                    context.response(),
                    ProblemException.badInput("body", "is no form: a % without two digits behind it"));
        } else {
            context.setBody(form);
            context.next();
        }
    }
}
