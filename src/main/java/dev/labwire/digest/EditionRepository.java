package dev.labwire.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of editions and of what stands in them. */
@Singleton
class EditionRepository implements PanacheRepository<Edition> {

    private static final int AT_ONCE = 500;

    Optional<Edition> of(long subscription, LocalDate day) {
        return find("subscriptionId = ?1 and localDate = ?2", subscription, day).firstResultOptional();
    }

    boolean exists(long subscription, LocalDate day) {
        return count("subscriptionId = ?1 and localDate = ?2", subscription, day) > 0;
    }

    /** The editions before that day, the newest first. */
    List<Edition> before(long subscription, LocalDate day, int max) {
        return find("subscriptionId = ?1 and localDate < ?2 order by localDate desc", subscription, day)
                .page(0, max)
                .list();
    }

    List<EditionEvent> eventsOf(long edition) {
        return getEntityManager()
                .createQuery(
                        "select e from EditionEvent e where e.editionId = :id order by e.position", EditionEvent.class)
                .setParameter("id", edition)
                .getResultList();
    }

    /**
     * By subscription, which of these events it was told of, and in the state after which change; not those that it was last
     * told were withdrawn.
     */
    Map<Long, Map<String, Long>> told(Collection<Long> subscriptions, List<String> events) {
        Map<Long, Map<String, Long>> told = new HashMap<>();
        for (int start = 0; start < events.size(); start += AT_ONCE) {
            getEntityManager()
                    .createQuery(
                            "select e from EditionEvent e where e.subscriptionId in (:subscriptions)"
                                    + " and e.eventId in (:events) order by e.editionId, e.position",
                            EditionEvent.class)
                    .setParameter("subscriptions", subscriptions)
                    .setParameter("events", events.subList(start, Math.min(events.size(), start + AT_ONCE)))
                    .getResultList()
                    .forEach(event -> note(told.computeIfAbsent(event.subscriptionId, id -> new HashMap<>()), event));
        }
        return told;
    }

    private static void note(Map<String, Long> told, EditionEvent event) {
        if (event.mark.equals(Mark.WITHDRAWN.wireName())) {
            told.remove(event.eventId);
        } else {
            told.put(event.eventId, event.number);
        }
    }
}
