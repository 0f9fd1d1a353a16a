package dev.labwire.delivery;

import dev.labwire.storage.WriteTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The commits of the step that sends. */
@ApplicationScoped
class DeliveryStore {

    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Duration LONGEST_MAIL_WAIT = Duration.ofHours(5);
    private static final Duration LONGEST_CALL_WAIT = Duration.ofHours(50);
    private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(30);
    private static final String NOT_SEEN =
            "the outcome was not seen: the process ended while the message was handed over";

    private final DeliveryRepository deliveries;
    private final DeliveryContents contents;
    private final AttemptRepository attempts;
    private final Event<Settled> settlements;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final RetrySchedule mailRetries;

    DeliveryStore(
            DeliveryRepository deliveries,
            DeliveryContents contents,
            AttemptRepository attempts,
            Event<Settled> settlements,
            InstantSource clock,
            RandomGenerator chance,
            DeliveryConfig config) {
        this.deliveries = deliveries;
        this.contents = contents;
        this.attempts = attempts;
        this.settlements = settlements;
        this.clock = clock;
        this.chance = chance;
        this.mailRetries = RetrySchedule.mail(config.mail().giveUpAfter());
    }

    /** Whether anything of this is due. */
    @Transactional
    boolean isDue(Channel channel) {
        return deliveries.isDue(channel, clock.instant());
    }

    /** The webhooks that calls are due of. */
    @Transactional
    List<String> dueEndpoints() {
        return deliveries.dueEndpoints(Channel.WEBHOOK, clock.instant());
    }

    /** Takes mails that are due; those under way in this process stay where they are, whatever the clock says. */
    @WriteTransaction
    List<Claimed> claimMails(Collection<Long> underWay, int most) {
        Instant now = clock.instant();
        return claimed(deliveries.due(Channel.MAIL, now, underWay, most), now);
    }

    /** Takes calls of one webhook that are due. */
    @WriteTransaction
    List<Claimed> claimCalls(String endpoint, Collection<Long> underWay, int most) {
        Instant now = clock.instant();
        return claimed(deliveries.due(Channel.WEBHOOK, endpoint, now, underWay, most), now);
    }

    private static List<Claimed> claimed(List<Delivery> due, Instant now) {
        return due.stream()
                .map(delivery -> {
                    delivery.leasedUntil = now.plus(LEASE);
                    delivery.fence++;
                    return new Claimed(
                            Objects.requireNonNull(delivery.id), delivery.publicId, delivery.endpoint, delivery.fence);
                })
                .toList();
    }

    /** What a claim sends. */
    @Transactional
    String content(Claimed claim) {
        return contents.of(claim.id()).orElseThrow(() -> new IllegalStateException("nothing to send: " + claim));
    }

    /** Gives back what was taken and not attempted. */
    @WriteTransaction
    void release(Collection<Claimed> claims) {
        claims.forEach(claim ->
                deliveries.update("leasedUntil = null where id = ?1 and fence = ?2", claim.id(), claim.fence()));
    }

    /**
     * Notes on disk that the other side is now told that the message is complete.
     *
     * @return false when this claim does not count any more; then it must not be told
     */
    @WriteTransaction(durable = true)
    boolean begin(Claimed claim) {
        return deliveries.update(
                        "state = 'sending' where id = ?1 and fence = ?2 and state = 'pending'",
                        claim.id(),
                        claim.fence())
                == 1;
    }

    /** Writes down what came of an attempt, and tells who wants to know if so wished. */
    @WriteTransaction(durable = true)
    void settle(Claimed claim, Outcome outcome, Instant started, Duration took, boolean telling) {
        Delivery delivery = deliveries.findById(claim.id());
        if (delivery == null || delivery.fence != claim.fence() || outcome.type() == Outcome.Type.ABANDONED) {
            return;
        }
        log(claim, outcome, started, took);
        if (delivery.is(DeliveryState.CANCELLED)) {
            return;
        }
        delivery.lastCode = outcome.code();
        delivery.lastError = outcome.type() == Outcome.Type.ACCEPTED ? null : outcome.detail();
        follow(delivery, outcome, clock.instant());
        if (telling && !delivery.is(DeliveryState.PENDING)) {
            settlements.fire(delivery.settled());
        }
    }

    private void log(Claimed claim, Outcome outcome, Instant started, Duration took) {
        Attempt attempt = new Attempt();
        attempt.deliveryId = claim.id();
        attempt.startedAt = started;
        attempt.millis = took.toMillis();
        attempt.outcome = outcome.type().wireName();
        attempt.code = outcome.code();
        attempt.detail = outcome.detail();
        attempts.persist(attempt);
    }

    private void follow(Delivery delivery, Outcome outcome, Instant now) {
        boolean mail = delivery.channel.equals(Channel.MAIL.wireName());
        switch (outcome.type()) {
            case ACCEPTED -> delivery.enter(DeliveryState.SENT, now);
            case REFUSED -> delivery.enter(DeliveryState.DEAD, now);
            case UNREACHABLE -> {
                delivery.enter(delivery.calledOff ? DeliveryState.CANCELLED : DeliveryState.PENDING, now);
                delivery.nextAttemptAt = now.plus(UNREACHABLE_PAUSE);
            }
            case UNKNOWN -> {
                if (mail) {
                    delivery.enter(DeliveryState.UNKNOWN, now);
                } else {
                    retry(delivery, RetrySchedule.WEBHOOK, outcome.pause(), now);
                }
            }
            default -> retry(delivery, mail ? mailRetries : RetrySchedule.WEBHOOK, outcome.pause(), now);
        }
    }

    private void retry(Delivery delivery, RetrySchedule schedule, @Nullable Duration wait, Instant now) {
        delivery.attempts++;
        Instant next = schedule.next(delivery.attempts, delivery.createdAt, now, wait, chance)
                .orElse(null);
        if (delivery.calledOff) {
            delivery.enter(DeliveryState.CANCELLED, now);
            return;
        }
        delivery.enter(next == null ? DeliveryState.DEAD : DeliveryState.PENDING, now);
        if (next != null) {
            delivery.nextAttemptAt = next;
        }
    }

    /** Gives back what a process that is no more had taken. */
    @WriteTransaction
    void releaseAll() {
        deliveries.update("leasedUntil = null where leasedUntil is not null");
    }

    /** True when something was being handed over and it is not known by whom. */
    @Transactional
    boolean isAbandoned(Collection<Long> underWay) {
        return !deliveries.abandoned(clock.instant(), underWay).isEmpty();
    }

    /**
     * Writes off what was being handed over by nobody who is still at it: nobody saw how it went.
     *
     * @return how many
     */
    @WriteTransaction(durable = true)
    int writeOff(Collection<Long> underWay) {
        Instant now = clock.instant();
        List<Delivery> abandoned = deliveries.abandoned(now, underWay);
        for (Delivery delivery : abandoned) {
            delivery.lastError = NOT_SEEN;
            delivery.fence++;
            delivery.enter(DeliveryState.UNKNOWN, now);
            settlements.fire(delivery.settled());
        }
        return abandoned.size();
    }

    /** Forgets what was sent that long ago; what waits for an admin's word is kept whole. */
    @WriteTransaction
    int forgetContents(Duration after) {
        return contents.deleteSettled(clock.instant().minus(after));
    }

    /** Forgets the log of what was settled that long ago. */
    @WriteTransaction
    int forgetSettled(Duration after) {
        return deliveries.forget(
                "state not in ('pending', 'sending') and settledAt < ?1",
                clock.instant().minus(after));
    }

    /** Brings back what a clock that was ahead has put off, or has leased, for longer than anything ever is. */
    @WriteTransaction
    int replan() {
        Instant now = clock.instant();
        return deliveries.update(
                        "nextAttemptAt = ?1 where state = 'pending' and (channel = 'mail' and nextAttemptAt > ?2"
                                + " or channel = 'webhook' and nextAttemptAt > ?3)",
                        now,
                        now.plus(LONGEST_MAIL_WAIT),
                        now.plus(LONGEST_CALL_WAIT))
                + deliveries.update("leasedUntil = null where leasedUntil > ?1", now.plus(LEASE));
    }
}
