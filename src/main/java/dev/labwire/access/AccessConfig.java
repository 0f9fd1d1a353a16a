package dev.labwire.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the admin signs in. */
@ConfigMapping(prefix = "labwire.admin")
interface AccessConfig {

    /** The password of user {@code admin}; when unset, one is made at the first start and printed once. */
    Optional<String> password();
}
