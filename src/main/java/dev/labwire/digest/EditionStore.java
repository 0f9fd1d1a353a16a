package dev.labwire.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Dispatch;
import dev.labwire.delivery.Outbox;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.timeline.WeekFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The commits of the step that composes. */
@ApplicationScoped
class EditionStore {

    private static final Duration POSTPONED = Duration.ofMinutes(10);

    private final SubscriptionRepository subscriptions;
    private final SubscriptionStore store;
    private final EditionRepository editions;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    EditionStore(
            SubscriptionRepository subscriptions,
            SubscriptionStore store,
            EditionRepository editions,
            Outbox outbox,
            ObjectMapper mapper,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.editions = editions;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * A subscription whose edition is due.
     *
     * @param date the local day of the edition: the last one that is due, however many were missed
     * @param position number of the last change that an edition has taken in
     */
    record Due(long id, SubscriptionView view, LocalDate planned, LocalDate date, long position) {

        boolean isPublic() {
            return view.state().equals(SubscriptionState.PUBLIC.wireName());
        }
    }

    /**
     * An edition that is ready.
     *
     * @param subject of its mail
     * @param message its mail; null where none is sent
     */
    record Composed(
            Due due, Draft draft, String subject, @Nullable String message) {}

    /** Ids of some whose edition is due. */
    @Transactional
    List<Long> due(Collection<SubscriptionState> states, int max) {
        return subscriptions
                .due(states.stream().map(SubscriptionState::wireName).toList(), clock.instant(), max)
                .stream()
                .map(subscription -> Objects.requireNonNull(subscription.id))
                .toList();
    }

    /** What is due for that subscription now. */
    @Transactional
    Due due(long id) {
        Subscription subscription = subscriptions.findById(id);
        SubscriptionView view = store.view(subscription);
        LocalDate latest = view.settings().dueDates().latest(clock.instant());
        return new Due(
                id,
                view,
                subscription.nextDate,
                latest.isBefore(subscription.nextDate) ? subscription.nextDate : latest,
                subscription.position);
    }

    /** By subscription, which of these events it was told of, and in the state after which change. */
    @Transactional
    Map<Long, Map<String, Long>> told(List<Due> due, List<String> events) {
        return events.isEmpty()
                ? Map.of()
                : editions.told(due.stream().map(Due::id).toList(), events);
    }

    /**
     * Freezes these editions and puts their mails into the outbox. One whose subscription has changed meanwhile is left out,
     * and composed again if it is due still.
     */
    @WriteTransaction
    void commit(List<Composed> composed) {
        composed.forEach(this::commit);
    }

    private void commit(Composed composed) {
        Due due = composed.due();
        Subscription subscription = subscriptions.findById(due.id());
        if (subscription == null
                || !subscription.state.equals(due.view().state())
                || subscription.position != due.position()
                || !subscription.nextDate.equals(due.planned())
                || !subscription.address.equals(due.view().email())) {
            return;
        }
        DueDates dates = due.view().settings().dueDates();
        Instant now = clock.instant();
        if (!editions.exists(due.id(), due.date())) {
            freeze(composed, now);
            if (composed.message() != null) {
                outbox.put(new Dispatch(
                        Channel.MAIL,
                        SubscriptionStore.EDITION,
                        occasion(due.view().id(), due.date()),
                        subscription.address,
                        Dispatch.REGULAR,
                        composed.subject(),
                        composed.message(),
                        now));
            }
            subscription.position = composed.draft().upTo();
            subscription.lastDate = due.date();
        }
        LocalDate next = dates.after(due.date());
        while (editions.exists(due.id(), next)) {
            next = dates.after(next);
        }
        subscription.await(next, dates);
    }

    /** What an edition's delivery is put into the outbox for. */
    static String occasion(String subscription, LocalDate date) {
        return SubscriptionStore.EDITION + "/" + subscription + "/" + date;
    }

    private void freeze(Composed composed, Instant now) {
        Draft draft = composed.draft();
        Edition edition = new Edition();
        edition.subscriptionId = composed.due().id();
        edition.localDate = composed.due().date();
        edition.timeZone = composed.due().view().timeZone();
        edition.language = composed.due().view().language();
        edition.afterNumber = draft.after();
        edition.upToNumber = draft.upTo();
        edition.composedAt = now;
        edition.events = draft.entries().size() + draft.more();
        edition.older = draft.older();
        edition.figures = figures(draft.week());
        editions.persist(edition);
        if (!draft.entries().isEmpty()) {
            events(edition, draft.entries());
        }
    }

    /** One statement for all of them: there are many editions with many events. */
    private void events(Edition edition, List<Entry> entries) {
        StringBuilder sql = new StringBuilder("insert into edition_event"
                + " (edition_id, position, subscription_id, event_id, number, mark, correction) values ");
        for (int place = 0; place < entries.size(); place++) {
            sql.append(place == 0 ? "" : ", ")
                    .append("(:edition, ")
                    .append(place)
                    .append(", :subscription, :event")
                    .append(place)
                    .append(", :number")
                    .append(place)
                    .append(", :mark")
                    .append(place)
                    .append(", :correction")
                    .append(place)
                    .append(")");
        }
        NativeQuery<?> insert =
                editions.getEntityManager().createNativeQuery(sql.toString()).unwrap(NativeQuery.class);
        insert.setParameter("edition", edition.id).setParameter("subscription", edition.subscriptionId);
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            insert.setParameter("event" + place, entry.event().id())
                    .setParameter("number" + place, entry.number())
                    .setParameter("mark" + place, entry.mark().wireName())
                    .setParameter("correction" + place, entry.correction());
        }
        insert.executeUpdate();
    }

    private String figures(WeekFigures week) {
        try {
            return mapper.writeValueAsString(week);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Tries again a little later: something is wrong with this one, and the others must not wait for it. */
    @WriteTransaction
    void postpone(long id) {
        subscriptions
                .findByIdOptional(id)
                .ifPresent(
                        subscription -> subscription.retryAt = clock.instant().plus(POSTPONED));
    }

    /** A frozen edition, with what stands in it. */
    record Frozen(Edition edition, List<EditionEvent> events, WeekFigures week) {}

    /** The edition of that subscription and day. */
    @Transactional
    @Nullable
    Frozen frozen(long subscription, LocalDate date) {
        return editions.of(subscription, date)
                .map(edition -> new Frozen(
                        edition, editions.eventsOf(edition.id == null ? 0 : edition.id), week(edition.figures)))
                .orElse(null);
    }

    /** The days before that one that have an edition with anything in it, the newest first. */
    @Transactional
    List<Edition> archive(long subscription, LocalDate before, int max) {
        return editions.before(subscription, before, max);
    }

    private WeekFigures week(String figures) {
        try {
            return mapper.readValue(figures, WeekFigures.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
