package dev.labwire.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a token: the key of a program, or that of a browser's session. */
final class TokenRequest extends BaseAuthenticationRequest {

    private final String token;
    private final boolean session;

    TokenRequest(String token, boolean session) {
        this.token = token;
        this.session = session;
    }

    String token() {
        return token;
    }

    boolean isSession() {
        return session;
    }
}
