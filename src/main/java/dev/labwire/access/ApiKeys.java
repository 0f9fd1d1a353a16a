package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.RandomId;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The keys of programs. Each is shown once, when it is made, and kept as a hash. */
@Singleton
class ApiKeys implements PanacheRepository<ApiKey> {

    /** What keys begin with, so that one that leaked is recognised. */
    static final String PREFIX = "lw_";

    private static final int ID_LENGTH = 12;
    private static final int MOST = 1000;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Secrets secrets;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RandomGenerator chance;

    ApiKeys(Secrets secrets, AuditTrail audit, InstantSource clock, RandomGenerator chance) {
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.chance = chance;
    }

    @Transactional
    List<ApiKeyView> all() {
        return list("order by id desc").stream()
                .map(key -> ApiKeyView.of(key, null))
                .toList();
    }

    @WriteTransaction(durable = true)
    ApiKeyView make(String name, String scope, @Nullable Instant expiresAt) {
        if (count() >= MOST) {
            throw ProblemException.conflict("There are " + MOST + " keys; revoke some first.");
        }
        String secret = PREFIX + secrets.make();
        ApiKey key = new ApiKey();
        key.publicId = RandomId.of(chance, ID_LENGTH);
        key.name = name;
        key.keyHash = Secrets.hash(secret);
        key.scope = scope;
        key.createdAt = clock.instant();
        key.expiresAt = expiresAt;
        persist(key);
        audit.record("key.create", "key:" + key.publicId, null, ApiKeyView.of(key, null));
        return ApiKeyView.of(key, secret);
    }

    /** Revokes a key for good; one that is revoked already stays so. */
    @WriteTransaction(durable = true)
    void revoke(String publicId) {
        ApiKey key = find("publicId", publicId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("There is no key '" + publicId + "'."));
        if (key.revokedAt == null) {
            ApiKeyView before = ApiKeyView.of(key, null);
            key.revokedAt = clock.instant();
            audit.record("key.revoke", "key:" + publicId, before, ApiKeyView.of(key, null));
        }
    }

    /** The key, if it is one that holds now. */
    @Transactional
    Optional<ApiKey> valid(String secret) {
        return find("keyHash", Secrets.hash(secret)).firstResultOptional().filter(key -> key.holds(clock.instant()));
    }

    /** Whether the use is worth noting: the last one noted is a while ago. */
    boolean isUseNews(ApiKey key) {
        return key.lastUsedAt == null || key.lastUsedAt.plus(USE_NOTED_EVERY).isBefore(clock.instant());
    }

    @WriteTransaction
    void noteUse(ApiKey key) {
        update("lastUsedAt = ?1 where id = ?2", clock.instant(), key.id);
    }
}
