package dev.labwire.access;

import dev.labwire.storage.WriteTransaction;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** Those who may sign in. */
@Singleton
class Principals implements PanacheRepository<Principal> {

    private final InstantSource clock;

    Principals(InstantSource clock) {
        this.clock = clock;
    }

    @Transactional
    Optional<String> passwordHash(String name) {
        return find("name", name).firstResultOptional().map(principal -> principal.passwordHash);
    }

    @WriteTransaction(durable = true)
    void setPasswordHash(String name, String hash) {
        Principal principal = find("name", name).firstResultOptional().orElseGet(() -> added(name));
        principal.passwordHash = hash;
        persist(principal);
    }

    private Principal added(String name) {
        Principal principal = new Principal();
        principal.name = name;
        principal.createdAt = clock.instant();
        return principal;
    }
}
