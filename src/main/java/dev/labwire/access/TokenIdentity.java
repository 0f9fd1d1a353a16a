package dev.labwire.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Knows who comes with a key or in a session. */
@Singleton
final class TokenIdentity implements IdentityProvider<TokenRequest> {

    private final ApiKeys keys;
    private final BrowserSessions sessions;

    TokenIdentity(ApiKeys keys, BrowserSessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> request.isSession() ? ofSession(request.token()) : ofKey(request.token()));
    }

    private SecurityIdentity ofSession(String token) {
        BrowserSession session =
                sessions.valid(token).orElseThrow(() -> new AuthenticationFailedException("the session has ended"));
        if (sessions.isUseNews(session)) {
            sessions.noteUse(session);
        }
        return Identities.admin(session.principal);
    }

    private SecurityIdentity ofKey(String token) {
        ApiKey key = keys.valid(token).orElseThrow(() -> new AuthenticationFailedException("the key does not hold"));
        if (keys.isUseNews(key)) {
            keys.noteUse(key);
        }
        return Identities.named("key:" + key.name, key.scope);
    }
}
