package dev.labwire.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must move for the digest to be worth anything: looked up in the tables of the steps before it. */
@ApplicationScoped
class WatchRows implements PanacheRepositoryBase<Standstill, String> {

    private static final String POLLED =
            " from feed f where f.enabled = true and f.paused = false and f.retired_at is null";

    /** Number of feeds that are to be polled. */
    @Transactional
    long feeds() {
        return number("select count(*)" + POLLED);
    }

    /** When a feed last answered; null where none ever did. */
    @Transactional
    @Nullable
    Instant lastAnswer() {
        return instant("select max(h.fetched_at) from feed_fetch h where h.error is null");
    }

    /** Since when the longest waiting mail has waited that the server has not looked at yet; null where none waits. */
    @Transactional
    @Nullable
    Instant oldestMail() {
        return instant(
                "select min(d.created_at) from delivery d where d.channel = 'mail' and d.state in ('pending', 'sending')"
                        + " and d.attempts = 0 and d.kind <> 'notice'");
    }

    /** When the edition was due that has been due for longest; null where none is due. */
    @Transactional
    @Nullable
    Instant oldestDue(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select min(s.nextDueAt) from Subscription s where s.state = 'active' and s.nextDueAt <= :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Number of mails that wait for an admin's word. */
    @Transactional
    long unsettled() {
        return number("select count(*) from delivery d where d.channel = 'mail' and d.state in ('unknown', 'dead')");
    }

    /** What was found to stand still. */
    @Transactional
    List<Standstill> all() {
        return listAll();
    }

    /** How much that is. */
    @Transactional
    long standstills() {
        return count();
    }

    private long number(String sql) {
        return ((Number) getEntityManager().createNativeQuery(sql).getSingleResult()).longValue();
    }

    private @Nullable Instant instant(String sql) {
        List<Instant> found = getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery(sql, Instant.class)
                .getResultList();
        return found.isEmpty() ? null : found.get(0);
    }
}
