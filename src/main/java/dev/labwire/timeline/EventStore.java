package dev.labwire.timeline;

import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stored events equal to the happenings found. What has not changed is left alone; what has gets the next number
 * of the clock and a revision.
 */
@ApplicationScoped
class EventStore {

    private final EventRepository events;
    private final RevisionRepository revisions;
    private final EvidenceRows evidence;
    private final EventJson json;
    private final PublicIds ids;
    private final InstantSource instants;

    EventStore(
            EventRepository events,
            RevisionRepository revisions,
            EvidenceRows evidence,
            EventJson json,
            PublicIds ids,
            InstantSource instants) {
        this.events = events;
        this.revisions = revisions;
        this.evidence = evidence;
        this.json = json;
        this.ids = ids;
        this.instants = instants;
    }

    /** Call within the transaction that holds the clock. */
    void make(List<Reconciliation.Found> found, Collection<String> blocks, Cause cause, TimelineClock clock) {
        Map<Long, StoredEvent> stored = events.ofBlocks(blocks).stream()
                .collect(Collectors.toMap(StoredEvent::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<Long, List<OldTelling>> tellings = evidence.ofEvents(stored.keySet());
        Reconciliation reconciliation = Reconciliation.of(
                found,
                stored.values().stream()
                        .map(event -> known(event, tellings.getOrDefault(event.id(), List.of())))
                        .toList());
        new Run(stored, tellings, reconciliation, cause, clock, now()).apply(found);
    }

    private Instant now() {
        return instants.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Reconciliation.Known known(StoredEvent event, List<OldTelling> tellings) {
        return new Reconciliation.Known(event.id(), event.block(), event.type(), event.kind(), event.gone(), tellings);
    }

    /** One batch being written. */
    private final class Run {

        private final Map<Long, StoredEvent> stored;
        private final Map<Long, List<OldTelling>> tellings;
        private final Reconciliation reconciliation;
        private final Cause cause;
        private final TimelineClock clock;
        private final Instant now;
        private final Map<StoredEvent, Happening> told = new LinkedHashMap<>();
        private final List<StoredEvent> changed = new ArrayList<>();

        Run(
                Map<Long, StoredEvent> stored,
                Map<Long, List<OldTelling>> tellings,
                Reconciliation reconciliation,
                Cause cause,
                TimelineClock clock,
                Instant now) {
            this.stored = stored;
            this.tellings = tellings;
            this.reconciliation = reconciliation;
            this.cause = cause;
            this.clock = clock;
            this.now = now;
        }

        void apply(List<Reconciliation.Found> found) {
            List<StoredEvent> merged = new ArrayList<>();
            for (Reconciliation.Found one : found) {
                List<StoredEvent> same = reconciliation.events(one).stream()
                        .map(known -> stored.get(known.event()))
                        .toList();
                StoredEvent survivor = same.isEmpty() ? new StoredEvent(ids.next()) : same.get(0);
                tell(survivor, one);
                same.stream().skip(1).forEach(other -> bury(other, survivor.publicId(), cause.of(one.happening())));
                same.stream().skip(1).forEach(merged::add);
            }
            reconciliation.lost().stream()
                    .map(known -> stored.get(known.event()))
                    .filter(event -> !event.gone())
                    .forEach(event -> bury(event, null, ""));
            dealOut(merged);
        }

        private void tell(StoredEvent event, Reconciliation.Found one) {
            TimelineEvent content = TimelineEvent.of(one.happening());
            String body = json.text(content);
            told.put(event, one.happening());
            if (!event.says(body, one.block())) {
                event.tell(one.happening(), content, body, one.block());
                record(event, cause.of(one.happening()));
                changed.add(event);
            }
        }

        private void bury(StoredEvent event, @Nullable String survivor, String why) {
            event.bury(survivor);
            record(event, why);
        }

        private void record(StoredEvent event, String why) {
            event.stamp(clock.next(), now);
            events.persist(event);
            revisions.persist(new StoredRevision(event, why));
        }

        /** All evidence is taken up before any is dealt out: a telling may have gone from one event to another. */
        private void dealOut(List<StoredEvent> merged) {
            events.flush();
            merged.forEach(event -> evidence.remove(before(event)));
            told.forEach((event, happening) -> evidence.remove(dropped(event, happening)));
            told.forEach((event, happening) ->
                    added(event, happening).forEach(telling -> evidence.add(event.id(), telling)));
            changed.forEach(event -> evidence.organizations(event.id(), Objects.requireNonNull(told.get(event))));
        }

        private List<OldTelling> before(StoredEvent event) {
            return tellings.getOrDefault(event.id(), List.of());
        }

        private List<OldTelling> dropped(StoredEvent event, Happening happening) {
            Set<Long> now =
                    happening.tellings().stream().map(Telling::mentionId).collect(Collectors.toSet());
            return before(event).stream()
                    .filter(telling -> !now.contains(telling.mention()))
                    .toList();
        }

        private List<Telling> added(StoredEvent event, Happening happening) {
            Set<Long> before = before(event).stream().map(OldTelling::mention).collect(Collectors.toSet());
            return happening.tellings().stream()
                    .filter(telling -> !before.contains(telling.mentionId()))
                    .toList();
        }
    }
}
