package dev.labwire.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks name and password, slowly on purpose and therefore off the event loop. */
@Singleton
final class PasswordIdentity implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final Principals principals;
    /** Checked when the name is unknown, so that the answer takes as long as for a known one. */
    private final String nobodysHash = BcryptUtil.bcryptHash("nobody has this password");

    PasswordIdentity(Principals principals) {
        this.principals = principals;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> check(request));
    }

    private SecurityIdentity check(UsernamePasswordAuthenticationRequest request) {
        String name = request.getUsername();
        String password = new String(request.getPassword().getPassword());
        Optional<String> hash = principals.passwordHash(name);
        boolean matches = BcryptUtil.matches(password, hash.orElse(nobodysHash));
        if (hash.isEmpty() || !matches) {
            throw new AuthenticationFailedException("wrong name or password");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addCredential(request.getPassword())
                .addRole("admin")
                .build();
    }
}
