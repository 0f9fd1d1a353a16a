package dev.labwire.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import org.jspecify.annotations.Nullable;

/** The cookie that holds the token of a session: out of reach for scripts, and not sent along by other sites' forms. */
@Singleton
final class SessionCookie {

    static final String NAME = "labwire_session";

    private final boolean tls;

    SessionCookie(AccessConfig config) {
        this.tls = config.publicUrl().startsWith("https:");
    }

    static @Nullable String token(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    /** It goes when the browser is closed, or when the session ends. */
    NewCookie of(String token, HttpServerRequest request) {
        return cookie(token, NewCookie.DEFAULT_MAX_AGE, request);
    }

    NewCookie gone(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    private NewCookie cookie(String value, int maxAge, HttpServerRequest request) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(tls || request.isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
