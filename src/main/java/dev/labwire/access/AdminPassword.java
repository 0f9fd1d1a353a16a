package dev.labwire.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sees to it, at every start, that the admin has a password: the one of the settings, or one made up once. */
@Singleton
final class AdminPassword {

    static final String ADMIN = "admin";

    private static final Logger LOG = Logger.getLogger(AdminPassword.class);
    private static final int LENGTH = 20;
    /** Without letters and digits that are easily mistaken for each other. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Principals principals;
    private final BrowserSessions sessions;
    private final AccessConfig config;
    private final RandomGenerator chance;

    AdminPassword(Principals principals, BrowserSessions sessions, AccessConfig config, RandomGenerator chance) {
        this.principals = principals;
        this.sessions = sessions;
        this.config = config;
        this.chance = chance;
    }

    void ensure(@Observes StartupEvent event) {
        Optional<String> hash = principals.passwordHash(ADMIN);
        Optional<String> wanted = config.admin().password().filter(password -> !password.isBlank());
        if (wanted.isPresent()) {
            if (hash.isEmpty() || !BcryptUtil.matches(wanted.get(), hash.get())) {
                principals.setPasswordHash(ADMIN, BcryptUtil.bcryptHash(wanted.get()));
                sessions.endAll(ADMIN);
            }
        } else if (hash.isEmpty()) {
            String made = makeUp();
            principals.setPasswordHash(ADMIN, BcryptUtil.bcryptHash(made));
            LOG.warnf("The password of user admin is %s - it is shown only now; keep it.", made);
        }
    }

    private String makeUp() {
        return chance.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
