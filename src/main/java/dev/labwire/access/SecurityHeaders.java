package dev.labwire.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What every answer tells a browser: run no script and load nothing from elsewhere, show this page in nobody's frame, take
 * types as they are said, keep addresses with tokens to yourself, and, over TLS, never come without it again.
 */
@Singleton
final class SecurityHeaders {

    private static final int PRIORITY = 400;
    private static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The page that tries the API out is a program of its own, and brings its scripts inline. */
    private static final String SWAGGER_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private static final String SWAGGER = "/q/swagger-ui";
    private static final String YEAR = "max-age=31536000";

    private final boolean tls;

    SecurityHeaders(AccessConfig config) {
        this.tls = config.publicUrl().startsWith("https:");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, PRIORITY);
    }

    private void add(RoutingContext request) {
        boolean overTls = tls || request.request().isSSL();
        request.addHeadersEndHandler(
                ended -> complete(request.response().headers(), request.normalizedPath(), overTls));
        request.next();
    }

    /** What an answer says of itself stays. */
    private static void complete(MultiMap headers, String path, boolean overTls) {
        put(headers, "Content-Security-Policy", path.startsWith(SWAGGER) ? SWAGGER_POLICY : POLICY);
        put(headers, "X-Content-Type-Options", "nosniff");
        put(headers, "X-Frame-Options", "DENY");
        put(headers, "Referrer-Policy", "same-origin");
        put(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        put(headers, "Cross-Origin-Opener-Policy", "same-origin");
        if (overTls) {
            put(headers, "Strict-Transport-Security", YEAR);
        }
        if (Door.needOf(path) == Door.Need.ADMIN && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static void put(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
