package dev.labwire.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Dispatch;
import dev.labwire.delivery.Outbox;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.RandomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What people ask for who have yet to show that the address is theirs. */
@ApplicationScoped
class SubscriptionRequests {

    private static final Duration CONFIRMABLE = Duration.ofDays(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int ID_LENGTH = 20;

    private final SubscriptionRequestRepository requests;
    private final SubscriptionStore subscriptions;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final RandomGenerator chance;

    SubscriptionRequests(
            SubscriptionRequestRepository requests,
            SubscriptionStore subscriptions,
            Outbox outbox,
            ObjectMapper mapper,
            InstantSource clock,
            RandomGenerator chance) {
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
        this.chance = chance;
    }

    /** Writes the confirmation mail of a request. */
    interface Confirmation {
        String message(String requestId);
    }

    /** What is kept of a request's settings. */
    record KeptSettings(
            String timeZone, String deliverAt, String language, boolean whenQuiet, Map<String, List<String>> filter) {

        static KeptSettings of(Settings settings) {
            return new KeptSettings(
                    settings.zone().getId(),
                    settings.deliverAt().toString(),
                    settings.language(),
                    settings.whenQuiet(),
                    settings.filter());
        }

        Settings settings() {
            return new Settings(ZoneId.of(timeZone), LocalTime.parse(deliverAt), language, whenQuiet, filter);
        }
    }

    /** Notes what is wanted and has a confirmation sent, unless the address has had enough of these today. */
    @WriteTransaction(durable = true)
    void ask(SettingsReader.Wanted wanted, String subject, int mostPerDay, Confirmation confirmation) {
        Instant now = clock.instant();
        if (requests.since(wanted.address(), now.minus(DAY)) >= mostPerDay) {
            return;
        }
        SubscriptionRequest request = new SubscriptionRequest();
        request.publicId = RandomId.of(chance, ID_LENGTH);
        request.address = wanted.address();
        request.settings = json(KeptSettings.of(wanted.settings()));
        request.requestedAt = now;
        requests.persist(request);
        outbox.put(new Dispatch(
                Channel.MAIL,
                "confirmation",
                "confirmation/" + request.publicId,
                wanted.address(),
                Dispatch.URGENT,
                subject,
                confirmation.message(request.publicId),
                now));
    }

    /** What a request that can still be confirmed, or was, asked for. */
    @Transactional
    Optional<SettingsReader.Wanted> asked(String requestId) {
        return requests.byPublicId(requestId)
                .filter(this::isConfirmable)
                .map(request -> new SettingsReader.Wanted(request.address, kept(request.settings)));
    }

    private boolean isConfirmable(SubscriptionRequest request) {
        return request.confirmedAt != null
                || request.requestedAt.plus(CONFIRMABLE).isAfter(clock.instant());
    }

    private Settings kept(String settings) {
        try {
            return mapper.readValue(settings, KeptSettings.class).settings();
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Makes a request's subscription, or changes the one that its address has; once, however often it is confirmed. */
    @WriteTransaction(durable = true)
    Optional<SubscriptionView> confirm(String requestId) {
        SubscriptionRequest request =
                requests.byPublicId(requestId).filter(this::isConfirmable).orElse(null);
        if (request == null) {
            return Optional.empty();
        }
        if (request.confirmedAt == null) {
            request.confirmedAt = clock.instant();
            subscriptions.subscribe(request.address, kept(request.settings));
        }
        return subscriptions.ofAddress(request.address);
    }

    /** Forgets requests that are over. */
    @WriteTransaction
    void forget() {
        requests.delete("requestedAt < ?1", clock.instant().minus(KEPT));
    }

    private String json(KeptSettings settings) {
        try {
            return mapper.writeValueAsString(settings);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
