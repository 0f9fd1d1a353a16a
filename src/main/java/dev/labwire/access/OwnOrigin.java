package dev.labwire.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pages of this service from those of other sites. Its own come from the host that was asked, or from where the
 * settings say that people reach it: a proxy in front may ask under another name.
 */
@ApplicationScoped
class OwnOrigin {

    private final AccessConfig config;

    OwnOrigin(AccessConfig config) {
        this.config = config;
    }

    /** Whether an Origin header names this service. */
    boolean is(String origin, @Nullable String host) {
        String authority = authority(origin);
        return authority != null
                && (authority.equalsIgnoreCase(host) || origin.equalsIgnoreCase(originOf(config.publicUrl())));
    }

    private static String originOf(String address) {
        return address.replaceFirst("^(\\w+://[^/?#]+).*$", "$1");
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
