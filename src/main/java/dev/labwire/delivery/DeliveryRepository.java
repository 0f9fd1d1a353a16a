package dev.labwire.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of deliveries. */
@Singleton
class DeliveryRepository implements PanacheRepository<Delivery> {

    private static final int AT_ONCE = 500;
    private static final String CLAIMABLE =
            "channel = ?1 and state = 'pending' and nextAttemptAt <= ?2 and (leasedUntil is null or leasedUntil <= ?2)";

    Optional<Delivery> byPublicId(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    boolean knows(String occasion) {
        return count("occasion", occasion) > 0;
    }

    boolean isDue(Channel channel, Instant now) {
        return !find(CLAIMABLE, channel.wireName(), now).page(0, 1).list().isEmpty();
    }

    /** What is due, the most urgent first, then what has waited longest; none of those under way. */
    List<Delivery> due(Channel channel, Instant now, Collection<Long> underWay, int most) {
        return find(
                        CLAIMABLE + " and id not in ?3 order by channel, state, priority, nextAttemptAt, id",
                        channel.wireName(),
                        now,
                        named(underWay))
                .page(0, most)
                .list();
    }

    /** The same for one endpoint. */
    List<Delivery> due(Channel channel, String endpoint, Instant now, Collection<Long> underWay, int most) {
        return find(
                        CLAIMABLE + " and endpoint = ?3 and id not in ?4 order by priority, nextAttemptAt, id",
                        channel.wireName(),
                        now,
                        endpoint,
                        named(underWay))
                .page(0, most)
                .list();
    }

    /** Where something is due to go, what has waited longest first. */
    List<String> dueEndpoints(Channel channel, Instant now) {
        return getEntityManager()
                .createQuery(
                        "select d.endpoint from Delivery d where d.channel = :channel and d.state = 'pending'"
                                + " and d.nextAttemptAt <= :now and (d.leasedUntil is null or d.leasedUntil <= :now)"
                                + " group by d.endpoint order by min(d.nextAttemptAt), d.endpoint",
                        String.class)
                .setParameter("channel", channel.wireName())
                .setParameter("now", now)
                .getResultList();
    }

    /** Those that were being handed over, by a process that is no more or by a thread that died. */
    List<Delivery> abandoned(Instant now, Collection<Long> underWay) {
        return list(
                "state = 'sending' and (leasedUntil is null or leasedUntil <= ?1) and id not in ?2 order by id",
                now,
                named(underWay));
    }

    /** Deletes the deliveries that meet the condition, with their contents and attempts. */
    int forget(String condition, Object... values) {
        List<Long> ids = find(condition, values).stream()
                .map(delivery -> Objects.requireNonNull(delivery.id))
                .toList();
        for (int start = 0; start < ids.size(); start += AT_ONCE) {
            List<Long> some = ids.subList(start, Math.min(ids.size(), start + AT_ONCE));
            for (String table : List.of(
                    "Attempt a where a.deliveryId", "DeliveryContent c where c.deliveryId", "Delivery d where d.id")) {
                getEntityManager()
                        .createQuery("delete from " + table + " in (:ids)")
                        .setParameter("ids", some)
                        .executeUpdate();
            }
        }
        return ids.size();
    }

    private static Collection<Long> named(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }
}
