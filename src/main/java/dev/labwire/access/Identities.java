package dev.labwire.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;

/** Who somebody is, once they have shown it. */
final class Identities {

    private Identities() {}

    static SecurityIdentity admin(String name) {
        return named(name, Role.ADMIN);
    }

    /** Whoever may do everything may read, too. */
    static SecurityIdentity named(String name, String role) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(role.equals(Role.ADMIN) ? Set.of(Role.ADMIN, Role.READ) : Set.of(role))
                .build();
    }
}
