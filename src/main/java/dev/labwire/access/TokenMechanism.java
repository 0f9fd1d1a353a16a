package dev.labwire.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key of a program from {@code Authorization: Bearer} (RFC 6750) and the token of a session from its cookie.
 * Whoever sends an Authorization header is that and nobody else, whatever cookie comes along.
 */
@Singleton
final class TokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    static boolean hasKey(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String authorization = request.request().getHeader("Authorization");
        if (authorization != null) {
            return hasKey(request.request())
                    ? providers.authenticate(new TokenRequest(
                            authorization.substring(BEARER.length()).strip(), false))
                    : Uni.createFrom().nullItem();
        }
        String token = SessionCookie.token(request.request());
        return token == null ? Uni.createFrom().nullItem() : ofSession(token, providers);
    }

    /** Whose session has ended is nobody, and is asked to sign in where that is not enough. */
    private static Uni<SecurityIdentity> ofSession(String token, IdentityProviderManager providers) {
        return providers
                .authenticate(new TokenRequest(token, true))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<@Nullable ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }
}
