package dev.labwire.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.access.AuditTrail;
import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Outbox;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.Hashes;
import dev.labwire.text.RandomId;
import dev.labwire.timeline.TimelineChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The commits that make, change and end subscriptions. */
@ApplicationScoped
class SubscriptionStore {

    private static final Logger LOG = Logger.getLogger(SubscriptionStore.class);

    /** The kind of the deliveries that bring editions. */
    static final String EDITION = "edition";

    private static final Duration DAY = Duration.ofDays(1);
    /** A day, another that the zone may leave out, and what zones differ by. */
    private static final Duration LATEST_NEXT = Duration.ofDays(3);

    private static final Duration FORMER_KEPT = Duration.ofDays(30);
    private static final int MOST_REFUSALS = 3;
    private static final int ID_LENGTH = 20;
    private static final String FORMER = "(former) ";
    private static final String PUBLIC_KEY = "(public)";
    private static final TypeReference<Map<String, List<String>>> FILTER = new TypeReference<>() {};

    private final SubscriptionRepository subscriptions;
    private final EditionRepository editions;
    private final TimelineChanges timeline;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final RandomGenerator chance;

    SubscriptionStore(
            SubscriptionRepository subscriptions,
            EditionRepository editions,
            TimelineChanges timeline,
            Outbox outbox,
            ObjectMapper mapper,
            AuditTrail audit,
            InstantSource clock,
            RandomGenerator chance) {
        this.audit = audit;
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.timeline = timeline;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
        this.chance = chance;
    }

    /** Has the address get editions from now on, by these settings. */
    @WriteTransaction(durable = true)
    SubscriptionView subscribe(String address, Settings settings) {
        Instant now = clock.instant();
        Subscription subscription = subscriptions.byAddress(address).orElse(null);
        if (subscription == null) {
            subscription = added(address, now);
        } else if (!subscription.is(SubscriptionState.ACTIVE)) {
            subscription.position = Math.max(subscription.position, timeline.lastAt(now.minus(DAY)));
        }
        subscription.enter(SubscriptionState.ACTIVE, null, now);
        subscription.refusals = 0;
        apply(subscription, settings, now);
        subscriptions.persist(subscription);
        return view(subscription);
    }

    /**
     * The same for many, in one commit; not for those who have unsubscribed, who alone can begin again.
     *
     * @return the places in the list of those that were left out
     */
    @WriteTransaction(durable = true)
    List<Integer> subscribeAll(List<SettingsReader.Wanted> wanted) {
        List<Integer> leftOut = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            SettingsReader.Wanted one = wanted.get(place);
            if (hasLeft(one.address())) {
                leftOut.add(place);
            } else {
                subscribe(one.address(), one.settings());
            }
        }
        audit.record("subscription.import", "subscriptions", null, Map.of("imported", wanted.size() - leftOut.size()));
        return leftOut;
    }

    private boolean hasLeft(String address) {
        return subscriptions
                .byAddress(address)
                .map(subscription -> subscription.is(SubscriptionState.UNSUBSCRIBED))
                .orElseGet(
                        () -> subscriptions.count("addressKey like ?1", FORMER + Hashes.sha256Hex(address) + "%") > 0);
    }

    /** The first edition tells of the last day. */
    private Subscription added(String address, Instant now) {
        Subscription added = new Subscription();
        added.publicId = RandomId.of(chance, ID_LENGTH);
        added.address = address;
        added.addressKey = address;
        added.position = timeline.lastAt(now.minus(DAY));
        added.createdAt = now;
        return added;
    }

    private void apply(Subscription subscription, Settings settings, Instant now) {
        subscription.timeZone = settings.zone().getId();
        subscription.deliverAt = settings.deliverAt().toString();
        subscription.language = settings.language();
        subscription.whenQuiet = settings.whenQuiet();
        subscription.filter = json(settings.filter());
        subscription.changedAt = now;
        plan(subscription, settings.dueDates(), now);
    }

    /** The next edition is that of the first day to come that has none yet. */
    private void plan(Subscription subscription, DueDates dates, Instant now) {
        LocalDate day = dates.first(now);
        while (subscription.id != null && editions.exists(subscription.id, day)) {
            day = dates.after(day);
        }
        subscription.await(day, dates);
    }

    /** The subscription of that id, unless it has ended. */
    @Transactional
    Optional<SubscriptionView> find(String publicId) {
        return subscriptions.byPublicId(publicId).map(this::view);
    }

    /** The subscription of that address. */
    @Transactional
    Optional<SubscriptionView> ofAddress(String address) {
        return subscriptions.byAddress(address).map(this::view);
    }

    /** Changes settings. */
    @WriteTransaction(durable = true)
    SubscriptionView change(String publicId, Settings settings) {
        Subscription subscription = found(publicId);
        apply(subscription, settings, clock.instant());
        return view(subscription);
    }

    /** Ends it; what still waits to be sent is not sent. Ended already, it stays ended. */
    @WriteTransaction(durable = true)
    void unsubscribe(String publicId) {
        Subscription subscription = found(publicId);
        if (!subscription.is(SubscriptionState.UNSUBSCRIBED)) {
            leave(subscription, SubscriptionState.UNSUBSCRIBED, null);
        }
    }

    /** Ends it in the name of the admin. */
    @WriteTransaction(durable = true)
    void end(String publicId) {
        String before = found(publicId).state;
        unsubscribe(publicId);
        note("subscription.end", found(publicId), before);
    }

    /** The trail outlives the address, and so knows a subscription by its id only. */
    private void note(String action, Subscription subscription, String before) {
        audit.record(
                action,
                "subscription:" + subscription.publicId,
                Map.of("state", before),
                Map.of("state", subscription.state));
    }

    /** Stops it until it is resumed. */
    @WriteTransaction(durable = true)
    SubscriptionView pause(String publicId) {
        Subscription subscription = found(publicId);
        if (!subscription.is(SubscriptionState.ACTIVE) && !subscription.is(SubscriptionState.PAUSED)) {
            throw ProblemException.conflict("It is " + subscription.state + ".");
        }
        String before = subscription.state;
        leave(subscription, SubscriptionState.PAUSED, "paused by an admin");
        note("subscription.pause", subscription, before);
        return view(subscription);
    }

    private void leave(Subscription subscription, SubscriptionState state, @Nullable String because) {
        subscription.enter(state, because, clock.instant());
        outbox.cancel(Channel.MAIL, subscription.address, EDITION, "the subscription is " + state.wireName());
    }

    /** Goes on with one that was paused or suspended; what happened meanwhile, but for the last day, is not told. */
    @WriteTransaction(durable = true)
    SubscriptionView resume(String publicId) {
        Subscription subscription = found(publicId);
        if (subscription.is(SubscriptionState.UNSUBSCRIBED)) {
            throw ProblemException.conflict("Its subscriber has ended it, and only they can begin again.");
        }
        if (subscription.is(SubscriptionState.ACTIVE)) {
            return view(subscription);
        }
        String before = subscription.state;
        SubscriptionView resumed =
                subscribe(subscription.address, view(subscription).settings());
        note("subscription.resume", subscription, before);
        return resumed;
    }

    /** Takes note of what became of an edition: an address that is refused again and again gets no more. */
    @WriteTransaction
    void heard(String publicId, boolean refused) {
        subscriptions
                .byPublicId(publicId)
                .filter(each -> each.is(SubscriptionState.ACTIVE))
                .ifPresent(subscription -> {
                    subscription.refusals = refused ? subscription.refusals + 1 : 0;
                    if (subscription.refusals >= MOST_REFUSALS) {
                        leave(
                                subscription,
                                SubscriptionState.SUSPENDED,
                                "the mail server refused its last " + MOST_REFUSALS + " editions");
                    }
                });
    }

    /** The subscription that nobody has: its editions are public. */
    @WriteTransaction
    void keepPublic(Settings settings) {
        Instant now = clock.instant();
        Subscription subscription = subscriptions.byAddress(PUBLIC_KEY).orElseGet(() -> {
            Subscription made = added("", now);
            made.addressKey = PUBLIC_KEY;
            made.enter(SubscriptionState.PUBLIC, null, now);
            return made;
        });
        boolean same = view(subscription).settings().equals(settings);
        if (subscription.id == null || !same) {
            apply(subscription, settings, now);
            subscriptions.persist(subscription);
        }
    }

    /** The one whose editions are public. */
    @Transactional
    long publicId() {
        return subscriptions
                .byAddress(PUBLIC_KEY)
                .map(subscription -> subscription.id)
                .orElse(0L);
    }

    /**
     * Some subscriptions by address.
     *
     * @param next to go on from; null on the last page
     */
    record Page(List<SubscriptionView> items, @Nullable String next) {

        Page {
            items = List.copyOf(items);
        }
    }

    /** Those in that state, or in any; never the public one. */
    @Transactional
    Page page(@Nullable SubscriptionState state, @Nullable String after, int limit) {
        List<Subscription> found = subscriptions
                .find(
                        "addressKey > ?1 and state <> 'public' and (?2 = '' or state = ?2) order by addressKey",
                        after == null ? "" : after,
                        state == null ? "" : state.wireName())
                .page(0, limit + 1)
                .list();
        List<Subscription> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream().map(this::view).toList(), found.size() > limit ? shown.get(limit - 1).addressKey : null);
    }

    /** Whether an edition is due later than any next edition can be: then the clock was ahead when it was planned. */
    @Transactional
    boolean isMisplanned() {
        return !subscriptions.misplanned(clock.instant().plus(LATEST_NEXT), 1).isEmpty();
    }

    /** Plans anew what a changed database of time zones, or a clock that was ahead, has made wrong. */
    @WriteTransaction
    void replan(boolean all) {
        Instant now = clock.instant();
        Instant latest = all ? Instant.EPOCH : now.plus(LATEST_NEXT);
        subscriptions.misplanned(latest, Integer.MAX_VALUE).forEach(subscription -> {
            DueDates dates = dates(subscription);
            if (dates == null) {
                LOG.errorf("subscription %s: there is no time zone %s", subscription.publicId, subscription.timeZone);
            } else if (subscription.nextDueAt.isAfter(now.plus(LATEST_NEXT))) {
                plan(subscription, dates, now);
            } else {
                subscription.await(subscription.nextDate, dates);
            }
        });
    }

    private static @Nullable DueDates dates(Subscription subscription) {
        try {
            return new DueDates(ZoneId.of(subscription.timeZone), LocalTime.parse(subscription.deliverAt));
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** Forgets the addresses of those who left long ago, but for their hashes. */
    @WriteTransaction
    void forget() {
        Instant now = clock.instant();
        subscriptions
                .list("state = 'unsubscribed' and changedAt < ?1 and address <> ''", now.minus(FORMER_KEPT))
                .forEach(former -> {
                    outbox.forget(Channel.MAIL, former.address);
                    former.addressKey = FORMER + Hashes.sha256Hex(former.address) + " " + former.publicId;
                    former.address = "";
                });
    }

    private Subscription found(String publicId) {
        return subscriptions
                .byPublicId(publicId)
                .filter(subscription -> !subscription.is(SubscriptionState.PUBLIC))
                .orElseThrow(() -> ProblemException.notFound("There is no subscription '" + publicId + "'."));
    }

    SubscriptionView view(Subscription subscription) {
        try {
            return SubscriptionView.of(
                    subscription,
                    subscription.filter.isEmpty() ? Map.of() : mapper.readValue(subscription.filter, FILTER));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
