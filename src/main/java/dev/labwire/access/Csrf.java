package dev.labwire.access;

import dev.labwire.text.Hashes;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The word that a form of this site knows and a form of another does not: a hash of the session's token. A change that is
 * asked for in a session must carry it, in the field {@value #FIELD} or the header {@value #HEADER}.
 */
public final class Csrf {

    /** The field of a form. */
    public static final String FIELD = "csrf";

    /** The header of a request by script. */
    public static final String HEADER = "X-CSRF-Token";

    private Csrf() {}

    /** The word for the session of this request; empty where it has none. */
    public static String word(HttpServerRequest request) {
        String token = SessionCookie.token(request);
        return token == null ? "" : Hashes.sha256Hex("csrf " + token);
    }

    static boolean isRight(@Nullable String word, HttpServerRequest request) {
        return word != null
                && MessageDigest.isEqual(
                        word.getBytes(StandardCharsets.UTF_8), word(request).getBytes(StandardCharsets.UTF_8));
    }
}
