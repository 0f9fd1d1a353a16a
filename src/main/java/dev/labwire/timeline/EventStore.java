package dev.labwire.timeline;

import dev.labwire.text.Hashes;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Call within the transaction that holds the clock; {@code blocks} are all those that the happenings were made of. */
    void make(List<Happening> happenings, Collection<String> blocks, Cause cause, TimelineClock clock) {
        Assignment assignment = assign(happenings, blocks);
        Instant now = clock.moment(instants.instant().truncatedTo(ChronoUnit.MICROS));
        new Run(assignment, cause, clock, now).apply();
    }

    /** What making these happenings would change, without changing it. */
    Difference compare(List<Happening> happenings, Collection<String> blocks) {
        Assignment assignment = assign(happenings, blocks);
        List<Difference.Entry> added = new ArrayList<>();
        List<Difference.Entry> changed = new ArrayList<>();
        assignment.eventOf().forEach((happening, event) -> {
            Difference.Entry entry = new Difference.Entry(
                    event.isNew() ? null : event.publicId(), event.headline(), happening.headline());
            if (event.isNew() || event.vanished()) {
                added.add(entry);
            } else if (!event.says(assignment.content(happening).hash())) {
                changed.add(entry);
            }
        });
        List<Difference.Entry> lost = assignment.vanishing().stream()
                .map(event -> new Difference.Entry(event.publicId(), event.headline(), null))
                .toList();
        return new Difference(added, lost, changed);
    }

    private Assignment assign(List<Happening> happenings, Collection<String> blocks) {
        Map<Long, StoredEvent> stored = events.ofBlocks(blocks).stream()
                .collect(Collectors.toMap(StoredEvent::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<Long, List<OldTelling>> tellings = evidence.ofEvents(stored.keySet());
        Reconciliation reconciliation = Reconciliation.of(
                happenings,
                stored.values().stream()
                        .map(event -> known(event, tellings.getOrDefault(event.id(), List.of())))
                        .toList());
        Map<Happening, StoredEvent> eventOf = new IdentityHashMap<>();
        Map<StoredEvent, StoredEvent> survivorOf = new LinkedHashMap<>();
        List<StoredEvent> mergedAway = events.mergedAway(blocks);
        for (Happening happening : happenings) {
            List<StoredEvent> same = reconciliation.events(happening).stream()
                    .map(known -> stored.get(known.event()))
                    .toList();
            StoredEvent survivor = same.isEmpty() ? revivedOrNew(happening, mergedAway) : same.get(0);
            eventOf.put(happening, survivor);
            same.stream().skip(1).forEach(other -> survivorOf.put(other, survivor));
        }
        List<StoredEvent> lost = reconciliation.lost().stream()
                .map(known -> stored.get(known.event()))
                .toList();
        return new Assignment(happenings, eventOf, survivorOf, lost, tellings, json);
    }

    /** An event that was merged into another and now stands by itself again has its old id. */
    private StoredEvent revivedOrNew(Happening happening, List<StoredEvent> mergedAway) {
        StoredEvent revived = mergedAway.stream()
                .filter(event -> happening.tellings().stream()
                        .anyMatch(telling -> !happening.aside().contains(telling) && event.anchoredAt(telling)))
                .min(Comparator.comparing((StoredEvent event) -> event.splitOff() != happening.apart())
                        .thenComparing(StoredEvent::id))
                .orElse(null);
        mergedAway.remove(revived);
        return revived == null ? new StoredEvent(ids.next()) : revived;
    }

    private static Reconciliation.Known known(StoredEvent event, List<OldTelling> tellings) {
        return new Reconciliation.Known(
                event.id(),
                event.block(),
                event.type(),
                event.kind(),
                event.vanished(),
                event.splitOff(),
                event::leadsThere,
                event::anchoredAt,
                tellings);
    }

    /**
     * What an event says, as it is stored.
     *
     * @param hash equal for equal contents, whenever they were written
     */
    private record Content(TimelineEvent event, String history, String hash) {}

    /** Which event each happening is. */
    private record Assignment(
            List<Happening> happenings,
            Map<Happening, StoredEvent> eventOf,
            Map<StoredEvent, StoredEvent> survivorOf,
            List<StoredEvent> lost,
            Map<Long, List<OldTelling>> tellings,
            EventJson json) {

        Content content(Happening happening) {
            StoredEvent event = eventOf.get(happening);
            TimelineEvent content = TimelineEvent.of(
                    happening, event.publicId(), idOf(happening.predecessor()), idOf(happening.supersededBy()));
            String history = json.history(happening.history());
            String all = json.text(content) + history + happening.block() + happening.hidden();
            return new Content(content, history, Hashes.sha256Hex(all));
        }

        private @Nullable String idOf(@Nullable Telling telling) {
            return telling == null
                    ? null
                    : happenings.stream()
                            .filter(one ->
                                    one.tellings().stream().anyMatch(other -> other.mentionId() == telling.mentionId()))
                            .map(one -> eventOf.get(one).publicId())
                            .findFirst()
                            .orElse(null);
        }

        List<StoredEvent> vanishing() {
            return lost.stream().filter(event -> !event.vanished()).toList();
        }

        List<OldTelling> before(StoredEvent event) {
            return tellings.getOrDefault(event.id(), List.of());
        }
    }

    /** One making of the events. */
    private final class Run {

        private final Assignment assignment;
        private final Cause cause;
        private final TimelineClock clock;
        private final Instant now;
        private final Map<StoredEvent, Happening> changed = new LinkedHashMap<>();

        Run(Assignment assignment, Cause cause, TimelineClock clock, Instant now) {
            this.assignment = assignment;
            this.cause = cause;
            this.clock = clock;
            this.now = now;
        }

        void apply() {
            assignment.happenings().forEach(this::tell);
            assignment.survivorOf().forEach((event, survivor) -> bury(event, survivor.publicId()));
            assignment.vanishing().forEach(event -> bury(event, null));
            dealOut();
        }

        private void tell(Happening happening) {
            StoredEvent event = assignment.eventOf().get(happening);
            Content content = assignment.content(happening);
            if (!event.says(content.hash())) {
                event.tell(happening, content.hash());
                record(event, cause.of(happening), json.text(content.event().changedAt(now)), content.history());
                changed.put(event, happening);
            }
        }

        private void bury(StoredEvent event, @Nullable String survivor) {
            event.bury(survivor);
            StoredRevision last = revisions.findById(event.revisionId());
            record(event, cause.ofNothing(), last.body(), last.history());
        }

        private void record(StoredEvent event, String why, String body, String history) {
            event.stamp(clock.next(), now);
            events.persist(event);
            revisions.supersede(event.revisionId(), now);
            StoredRevision revision = new StoredRevision(event, why, body, history);
            revisions.persist(revision);
            event.in(revision);
        }

        /** All evidence is taken up before any is dealt out: a telling may have gone from one event to another. */
        private void dealOut() {
            events.flush();
            assignment.survivorOf().keySet().forEach(event -> evidence.remove(assignment.before(event)));
            Map<StoredEvent, Happening> told = new LinkedHashMap<>();
            assignment
                    .happenings()
                    .forEach(happening -> told.put(assignment.eventOf().get(happening), happening));
            told.forEach((event, happening) -> evidence.remove(dropped(event, happening)));
            told.forEach((event, happening) ->
                    added(event, happening).forEach(telling -> evidence.add(event.id(), telling)));
            changed.forEach(
                    (event, happening) -> evidence.organizations(event.id(), EventColumns.organizationsOf(happening)));
        }

        private List<OldTelling> dropped(StoredEvent event, Happening happening) {
            Set<Long> tellingNow =
                    happening.tellings().stream().map(Telling::mentionId).collect(Collectors.toSet());
            return assignment.before(event).stream()
                    .filter(telling -> !tellingNow.contains(telling.mention()))
                    .toList();
        }

        private List<Telling> added(StoredEvent event, Happening happening) {
            Map<Long, OldTelling> before = new HashMap<>();
            assignment.before(event).forEach(telling -> before.put(telling.mention(), telling));
            return happening.tellings().stream()
                    .filter(telling -> !before.containsKey(telling.mentionId()))
                    .toList();
        }
    }
}
