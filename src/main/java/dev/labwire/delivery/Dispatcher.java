package dev.labwire.delivery;

import dev.labwire.job.Backoff;
import dev.labwire.job.Workers;
import dev.labwire.net.smtp.MailServer;
import dev.labwire.net.smtp.MailSettings;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step that sends what is due: mails to the one server, calls to many webhooks, neither in the other's way. A crew
 * works each off, every hand one delivery after the other until nothing is due.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int CALLS_PER_WEBHOOK = 2;
    /** Then the other webhooks have a turn. */
    private static final int CALLS_IN_A_ROW = 50;
    /** Sessions that break off one after the other: then it is not the mails' fault. */
    private static final int MOST_BROKEN = 3;
    /** Taken from the tables at once, so that the queue is not looked through for every mail. */
    private static final int AT_ONCE = 40;

    private final DeliveryStore store;
    private final MailSender sender;
    private final WebhookSender calls;
    private final MailSettings settings;
    private final MailServer server;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Workers mailCrew;
    private final Workers callCrew;
    private final Pace pace;
    private final Backoff absence = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** By delivery, where it goes. */
    private final Map<Long, String> underWay = new HashMap<>();

    /** Taken and not attempted yet. */
    private final LinkedBlockingQueue<Claimed> mails = new LinkedBlockingQueue<>();

    private final Map<String, Integer> callers = new HashMap<>();
    private int absences;
    private int broken;
    private Instant absentUntil = Instant.MIN;

    Dispatcher(
            DeliveryStore store,
            MailSender sender,
            WebhookSender calls,
            MailSettings settings,
            MailServer server,
            InstantSource clock,
            RandomGenerator chance,
            DeliveryConfig config) {
        this.store = store;
        this.sender = sender;
        this.calls = calls;
        this.settings = settings;
        this.server = server;
        this.clock = clock;
        this.chance = chance;
        this.mailCrew = new Workers("mail", config.mail().connections());
        this.callCrew = new Workers("webhook", config.webhook().connections());
        this.pace = new Pace(config.mail().messagesPerMinute());
    }

    void stop(@Observes ShutdownEvent event) {
        mailCrew.close();
        callCrew.close();
    }

    /** Puts every free hand to work if there is any for it; returns without waiting for them. */
    synchronized void start() {
        if (store.isAbandoned(underWay())) {
            LOG.errorf(
                    "%d mails may have been sent or not: see /api/v1/admin/deliveries?state=unknown",
                    store.writeOff(underWay()));
        }
        if (settings.isOn() && !isAbsent() && (!mails.isEmpty() || store.isDue(Channel.MAIL))) {
            for (int hands = mailCrew.idle(); hands > 0; hands--) {
                mailCrew.start(this::sendMails);
            }
        }
        for (String endpoint : store.dueEndpoints()) {
            if (callCrew.idle() > 0 && enter(endpoint)) {
                callCrew.start(() -> call(endpoint));
            }
        }
        server.tidy();
    }

    private void sendMails() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted() && !isAbsent()) {
            more = attempt(mails, store::claimMails, this::sendMail);
        }
        if (isAbsent()) {
            giveBack();
        }
    }

    /** What was taken waits for the server in the tables, where others can be told how long it has waited. */
    private void giveBack() {
        List<Claimed> rest = new ArrayList<>();
        synchronized (underWay) {
            mails.drainTo(rest);
            rest.forEach(claim -> underWay.remove(claim.id()));
        }
        store.release(rest);
    }

    private Outcome sendMail(Claimed claim) {
        if (!pace.await()) {
            return Outcome.of(Outcome.Type.UNREACHABLE, null, "stopped before it was sent");
        }
        AtomicBoolean begun = new AtomicBoolean();
        try {
            Outcome outcome = sender.send(claim, store.content(claim), () -> {
                begun.set(store.begin(claim));
                return begun.get();
            });
            heed(outcome);
            return outcome;
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "delivery %s failed", claim.publicId());
            return Outcome.of(
                    begun.get() ? Outcome.Type.UNKNOWN : Outcome.Type.POSTPONED, null, "see the log: " + surprise);
        }
    }

    /** A clock that was set back must not make the absence long. */
    private synchronized boolean isAbsent() {
        Instant now = clock.instant();
        return now.isBefore(absentUntil)
                && absentUntil.isBefore(now.plus(absence.longest()).plusSeconds(1));
    }

    /** One that does not answer one of us is left alone by all. */
    private synchronized void heed(Outcome outcome) {
        boolean brokenOff = outcome.type() == Outcome.Type.POSTPONED && outcome.code() == null;
        broken = brokenOff ? broken + 1 : 0;
        if (outcome.type() != Outcome.Type.UNREACHABLE && broken < MOST_BROKEN) {
            absences = brokenOff ? absences : 0;
        } else if (!isAbsent()) {
            broken = 0;
            absences++;
            absentUntil = clock.instant().plus(absence.after(absences, chance));
            LOG.warnf("the mail server takes no mails of ours, next try at %s: %s", absentUntil, outcome.detail());
        }
    }

    private void call(String endpoint) {
        Queue<Claimed> taken = new ArrayDeque<>();
        AtomicBoolean answering = new AtomicBoolean(true);
        try {
            boolean more = true;
            for (int made = 0; more && answering.get() && made < CALLS_IN_A_ROW; made++) {
                more = attempt(taken, (busy, most) -> store.claimCalls(endpoint, busy, 1), claim -> {
                    Outcome outcome = makeCall(claim);
                    answering.set(outcome.type() == Outcome.Type.ACCEPTED
                            && !Thread.currentThread().isInterrupted());
                    return outcome;
                });
            }
        } finally {
            leave(endpoint);
        }
    }

    private Outcome makeCall(Claimed claim) {
        try {
            return calls.send(claim, store.content(claim));
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "delivery %s failed", claim.publicId());
            return Outcome.of(Outcome.Type.POSTPONED, null, "see the log: " + surprise);
        }
    }

    /** Takes deliveries that are due from the tables, but for those that somebody here has in hand. */
    private interface Claiming {
        List<Claimed> claim(Set<Long> underWay, int most);
    }

    /** Makes one attempt; false when there is nothing to attempt. */
    private boolean attempt(Queue<Claimed> taken, Claiming claiming, Function<Claimed, Outcome> sending) {
        Claimed claim = next(taken, claiming);
        if (claim == null) {
            return false;
        }
        try {
            Instant started = clock.instant();
            long begun = System.nanoTime();
            Outcome outcome = sending.apply(claim);
            settle(claim, outcome, started, Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            release(claim);
        }
        return true;
    }

    /** Claiming and marking are one, or two hands could hold the same where the clock jumps over a lease. */
    private @Nullable Claimed next(Queue<Claimed> taken, Claiming claiming) {
        synchronized (underWay) {
            if (taken.isEmpty()) {
                List<Claimed> claims = claiming.claim(Set.copyOf(underWay.keySet()), AT_ONCE);
                claims.forEach(claim -> underWay.put(claim.id(), claim.endpoint()));
                taken.addAll(claims);
            }
            return taken.poll();
        }
    }

    /** What the other side said is kept, though somebody who is told of it may fail. */
    private void settle(Claimed claim, Outcome outcome, Instant started, Duration took) {
        try {
            store.settle(claim, outcome, started, took, true);
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "delivery %s: %s, but not everybody could be told", claim.publicId(), outcome);
            store.settle(claim, outcome, started, took, false);
        }
    }

    private void release(Claimed claim) {
        synchronized (underWay) {
            underWay.remove(claim.id());
            underWay.notifyAll();
        }
    }

    private Set<Long> underWay() {
        synchronized (underWay) {
            return new HashSet<>(underWay.keySet());
        }
    }

    /** Whether one more may call there; if so, it has to {@link #leave}. */
    private boolean enter(String endpoint) {
        synchronized (callers) {
            int now = callers.getOrDefault(endpoint, 0);
            if (now < CALLS_PER_WEBHOOK) {
                callers.put(endpoint, now + 1);
            }
            return now < CALLS_PER_WEBHOOK;
        }
    }

    private void leave(String endpoint) {
        synchronized (callers) {
            callers.computeIfPresent(endpoint, (name, number) -> number == 1 ? null : number - 1);
        }
    }

    /** Takes the server for present again. */
    synchronized void forget() {
        broken = 0;
        absences = 0;
        absentUntil = Instant.MIN;
    }

    /**
     * Works off what is due now, and waits until it is done or so much time has passed. What is asked last is whether anybody
     * is busy: what is not due any more may just have been taken.
     */
    void drain(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            start();
            synchronized (underWay) {
                underWay.wait(10);
            }
        } while (System.nanoTime() < end && (hasWork() || isBusy()));
    }

    private boolean isBusy() {
        return mailCrew.isBusy() || callCrew.isBusy();
    }

    private boolean hasWork() {
        return settings.isOn() && !isAbsent() && (!mails.isEmpty() || store.isDue(Channel.MAIL))
                || !store.dueEndpoints().isEmpty();
    }
}
