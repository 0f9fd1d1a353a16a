package dev.labwire.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Asks every request, whatever answers it, for what its path needs. A path that nobody thought of needs at least what
 * reading needs; whatever is below {@code admin} needs the admin, besides what its resource asks for itself.
 */
@Singleton
final class Door implements HttpSecurityPolicy {

    /** What a path needs. */
    enum Need {
        /** Nothing. */
        NOTHING,
        /** The role {@code read}, where reads are closed. */
        READ,
        /** The role {@code admin}. */
        ADMIN
    }

    private static final List<String> ADMIN = List.of("/api/v1/admin", "/admin");
    /** What a mail leads to, what probes and browsers need, and how to get in. */
    private static final Set<String> OPEN = Set.of(
            SignInPages.SIGN_IN,
            SignInPages.SIGN_OUT,
            "/subscriptions/confirm",
            "/subscriptions/manage",
            "/unsubscribe",
            "/labwire.css",
            "/feeds.schema.json",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started");
    /** The bundled newsroom, which the demo polls over HTTP. */
    private static final String DEMO = "/demo/newsroom";

    private final boolean publicReads;

    Door(AccessConfig config) {
        this.publicReads = config.access().publicReads();
    }

    static Need needOf(String path) {
        if (ADMIN.stream().anyMatch(root -> isBelow(path, root))) {
            return Need.ADMIN;
        }
        return OPEN.contains(path) || isBelow(path, DEMO) ? Need.NOTHING : Need.READ;
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/") || path.startsWith(root + ";");
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        Need need = needOf(request.normalizedPath());
        if (need == Need.READ && publicReads && TokenMechanism.hasKey(request.request())) {
            // Who shows a key is told when it does not hold, also where nobody needs one.
            return identity.map(who -> new CheckResult(true, who));
        }
        if (need == Need.NOTHING || need == Need.READ && publicReads) {
            return CheckResult.permit();
        }
        String role = need == Need.ADMIN ? Role.ADMIN : Role.READ;
        return identity.map(who -> admit(who, role));
    }

    /** Refuses by an exception, which becomes the same answer as that of a resource. */
    private static CheckResult admit(SecurityIdentity who, String role) {
        if (who.hasRole(role)) {
            return new CheckResult(true, who);
        }
        throw who.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
    }
}
