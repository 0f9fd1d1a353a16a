package dev.labwire.access;

import dev.labwire.storage.WriteTransaction;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of browsers. A session is known by a token that is made at sign-in and never taken from a request, so that
 * nobody can plant one; it ends when its owner signs out, when it lies idle, when it is old, and when the password changes.
 */
@Singleton
class BrowserSessions implements PanacheRepository<BrowserSession> {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Secrets secrets;
    private final AccessConfig config;
    private final InstantSource clock;
    private final AuditTrail audit;

    BrowserSessions(Secrets secrets, AccessConfig config, InstantSource clock, AuditTrail audit) {
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /** Begins a session and ends the one that the browser had; answers the token of the new one. */
    @WriteTransaction(durable = true)
    String begin(String principal, @Nullable String formerToken) {
        forget();
        if (formerToken != null) {
            delete("tokenHash", Secrets.hash(formerToken));
        }
        String token = secrets.make();
        BrowserSession session = new BrowserSession();
        session.tokenHash = Secrets.hash(token);
        session.principal = principal;
        session.createdAt = clock.instant();
        session.lastUsedAt = session.createdAt;
        persist(session);
        audit.recordOf(principal, "session.begin", "principal:" + principal, null, null);
        return token;
    }

    @WriteTransaction(durable = true)
    void end(String token) {
        find("tokenHash", Secrets.hash(token)).firstResultOptional().ifPresent(session -> {
            audit.recordOf(session.principal, "session.end", "principal:" + session.principal, null, null);
            delete(session);
        });
    }

    @WriteTransaction(durable = true)
    void endAll(String principal) {
        delete("principal", principal);
    }

    @Transactional
    Optional<BrowserSession> valid(String token) {
        Instant now = clock.instant();
        return find("tokenHash", Secrets.hash(token))
                .firstResultOptional()
                .filter(session ->
                        session.lastUsedAt.plus(config.access().sessionIdle()).isAfter(now)
                                && session.createdAt
                                        .plus(config.access().sessionLifetime())
                                        .isAfter(now));
    }

    boolean isUseNews(BrowserSession session) {
        return session.lastUsedAt.plus(USE_NOTED_EVERY).isBefore(clock.instant());
    }

    @WriteTransaction
    void noteUse(BrowserSession session) {
        update("lastUsedAt = ?1 where id = ?2", clock.instant(), session.id);
    }

    private void forget() {
        Instant now = clock.instant();
        delete(
                "lastUsedAt < ?1 or createdAt < ?2",
                now.minus(config.access().sessionIdle()),
                now.minus(config.access().sessionLifetime()));
    }
}
