package dev.labwire.net;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says besides the usual. Credentials and headers go to the host that was asked for and to no other that a
 * redirect may name.
 *
 * @param userAgent in place of the usual one; null for that
 * @param headers by name
 * @param username of HTTP Basic (RFC 7617); null for none
 * @param password of HTTP Basic; null for none
 */
public record RequestOptions(
        @Nullable String userAgent,
        Map<String, String> headers,
        @Nullable String username,
        @Nullable String password) {

    /** Nothing besides the usual. */
    public static final RequestOptions NONE = new RequestOptions(null, Map.of(), null, null);

    public RequestOptions {
        headers = Map.copyOf(headers);
    }

    /** Whether there is nothing besides the usual. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Without values, which may be secrets. */
    @Override
    public String toString() {
        return isEmpty()
                ? "none"
                : "userAgent=" + userAgent + ", headers=" + headers.keySet() + ", username=" + username;
    }
}
