package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.search.TextQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed: each event once, as it is now, in the order of its last change. Changes are numbered in the order in which
 * they were committed, so that who goes on from a number misses none. An event that passed the filter once and does not any
 * more comes as a tombstone, as does one that is gone.
 */
@ApplicationScoped
class EventChanges {

    private static final int AT_ONCE = 200;

    private final EventRows rows;
    private final TextSearch search;

    EventChanges(EventRows rows, TextSearch search) {
        this.rows = rows;
        this.search = search;
    }

    /**
     * One change.
     *
     * @param number of the change
     * @param body the event as JSON; null of a tombstone
     * @param mergedInto id of the event that it went into
     */
    record Change(
            long number,
            String id,
            @Nullable String body,
            @Nullable String mergedInto,
            Instant at) {}

    /**
     * Some changes.
     *
     * @param upTo number to go on from
     * @param more whether there were more
     */
    record Page(List<Change> changes, long upTo, boolean more) {}

    /** At most so many changes after that number, of events that pass the filter or did. */
    @Transactional
    Page since(long number, EventFilter filter, int limit) {
        if (number > rows.sequence()) {
            throw ProblemException.badInput(
                    "changedSince", "is ahead of this timeline, which may have been restored: begin again with 0");
        }
        List<Change> found = new ArrayList<>();
        long upTo = number;
        List<EventRows.Changed> some;
        do {
            some = rows.changedSince(upTo, AT_ONCE);
            Map<String, String> passing = passing(some, filter);
            Set<String> passed = passedOnce(some, passing, filter);
            for (EventRows.Changed one : some) {
                if (passing.containsKey(one.id()) || passed.contains(one.id())) {
                    if (found.size() == limit) {
                        return new Page(found, upTo, true);
                    }
                    found.add(new Change(one.sequence(), one.id(), passing.get(one.id()), one.mergedInto(), one.at()));
                }
                upTo = one.sequence();
            }
        } while (some.size() == AT_ONCE);
        return new Page(found, upTo, false);
    }

    /** The number of the last change. */
    @Transactional
    long last() {
        return rows.sequence();
    }

    /** The bodies of those that pass the filter now, by id. */
    private Map<String, String> passing(List<EventRows.Changed> changed, EventFilter filter) {
        List<String> living = changed.stream()
                .filter(one -> !one.gone())
                .map(EventRows.Changed::id)
                .toList();
        if (living.isEmpty()) {
            return Map.of();
        }
        List<EventRows.Row> passing =
                rows.select(EventCondition.of(filter, EventTable.NOW).among(living), "", living.size());
        return answering(passing, filter);
    }

    private Map<String, String> answering(List<EventRows.Row> passing, EventFilter filter) {
        TextQuery question = filter.question() == null ? null : TextQuery.of(filter.question());
        List<String> bodies = rows.bodies(passing);
        Map<String, String> byId = new HashMap<>();
        for (int index = 0; index < passing.size(); index++) {
            String body = bodies.get(index);
            if (question == null || search.matches(question, body)) {
                byId.put(passing.get(index).id(), body);
            }
        }
        return byId;
    }

    /** Of those that do not pass now, the ones that did in an earlier state. */
    private Set<String> passedOnce(List<EventRows.Changed> changed, Map<String, String> passing, EventFilter filter) {
        List<String> others = changed.stream()
                .map(EventRows.Changed::id)
                .filter(id -> !passing.containsKey(id))
                .toList();
        if (others.isEmpty()) {
            return Set.of();
        }
        List<EventRows.Row> once =
                rows.select(EventCondition.of(filter, EventTable.EVER).among(others), "", Integer.MAX_VALUE);
        return filter.question() == null
                ? once.stream().map(EventRows.Row::id).collect(Collectors.toSet())
                : new HashSet<>(answering(once, filter).keySet());
    }
}
