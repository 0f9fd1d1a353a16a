package dev.labwire.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Knows who comes with HTTP Basic. */
@Singleton
final class PasswordIdentity implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final SignIn signIn;

    PasswordIdentity(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        String client = http == null ? "" : ClientAddress.network(http.request());
        String name = request.getUsername();
        String password = new String(request.getPassword().getPassword());
        return signIn.turn(client).chain(() -> context.runBlocking(() -> check(client, name, password)));
    }

    private SecurityIdentity check(String client, String name, String password) {
        if (!signIn.isRight(client, name, password)) {
            throw new AuthenticationFailedException("wrong name or password");
        }
        return Identities.admin(name);
    }
}
