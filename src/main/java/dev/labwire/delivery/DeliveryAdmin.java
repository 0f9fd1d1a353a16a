package dev.labwire.delivery;

import dev.labwire.access.AuditTrail;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The admin's view of the outbox, and what can be done about a delivery that did not go well. */
@ApplicationScoped
class DeliveryAdmin {

    private final DeliveryRepository deliveries;
    private final AttemptRepository attempts;
    private final DeliveryContents contents;
    private final AuditTrail audit;
    private final InstantSource clock;

    DeliveryAdmin(
            DeliveryRepository deliveries,
            AttemptRepository attempts,
            DeliveryContents contents,
            AuditTrail audit,
            InstantSource clock) {
        this.audit = audit;
        this.contents = contents;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Which deliveries are wanted; null for any. */
    record Question(
            @Nullable Channel channel,
            @Nullable DeliveryState state,
            @Nullable String kind,
            @Nullable String endpoint) {}

    /** The deliveries that answer the question, the newest first. */
    @Transactional
    DeliveryPage page(Question question, int limit, @Nullable Long before) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        with(
                conditions,
                values,
                "channel",
                question.channel() == null ? null : question.channel().wireName());
        with(
                conditions,
                values,
                "state",
                question.state() == null ? null : question.state().wireName());
        with(conditions, values, "kind", question.kind());
        with(conditions, values, "endpoint", question.endpoint());
        if (before != null) {
            conditions.add("id < :before");
            values.put("before", before);
        }
        List<Delivery> found = deliveries
                .find(String.join(" and ", conditions) + " order by id desc", values)
                .page(0, limit + 1)
                .list();
        List<Delivery> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? String.valueOf(shown.get(limit - 1).id) : null;
        return new DeliveryPage(
                shown.stream().map(delivery -> DeliveryView.of(delivery, null)).toList(), next);
    }

    private static void with(List<String> conditions, Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(name + " = :" + name);
            values.put(name, value);
        }
    }

    /** One delivery with its log. */
    @Transactional
    DeliveryView one(String publicId) {
        Delivery delivery = found(publicId);
        return DeliveryView.of(delivery, attempts.of(delivery.id == null ? 0 : delivery.id));
    }

    /** Sends it, once more if need be, because the admin says so: the one way in which a mail may arrive twice. */
    @WriteTransaction(durable = true)
    DeliveryView retry(String publicId) {
        Delivery delivery = found(publicId);
        boolean replay = delivery.channel.equals(Channel.WEBHOOK.wireName()) && delivery.is(DeliveryState.SENT);
        refuseUnless(
                delivery, replay || is(delivery, DeliveryState.DEAD, DeliveryState.UNKNOWN, DeliveryState.PENDING));
        if (delivery.calledOff) {
            throw ProblemException.conflict("It was called off, because nobody wants it any more.");
        }
        if (!contents.has(Objects.requireNonNull(delivery.id))) {
            throw ProblemException.conflict("Its content is not kept any more.");
        }
        Instant now = clock.instant();
        String before = delivery.state;
        delivery.enter(DeliveryState.PENDING, now);
        note("delivery.retry", delivery, before);
        delivery.attempts = 0;
        delivery.nextAttemptAt = now;
        return one(publicId);
    }

    /** Lays it aside: it is not sent any more, and does not ask for attention. */
    @WriteTransaction(durable = true)
    DeliveryView dismiss(String publicId) {
        Delivery delivery = found(publicId);
        refuseUnless(delivery, is(delivery, DeliveryState.DEAD, DeliveryState.UNKNOWN, DeliveryState.PENDING));
        String before = delivery.state;
        delivery.enter(DeliveryState.CANCELLED, clock.instant());
        note("delivery.dismiss", delivery, before);
        return one(publicId);
    }

    private void note(String action, Delivery delivery, String before) {
        audit.record(action, "delivery:" + delivery.publicId, Map.of("state", before), Map.of("state", delivery.state));
    }

    private static boolean is(Delivery delivery, DeliveryState... states) {
        return Set.of(states).stream().anyMatch(delivery::is);
    }

    private void refuseUnless(Delivery delivery, boolean allowed) {
        boolean held = delivery.leasedUntil != null && delivery.leasedUntil.isAfter(clock.instant());
        if (!allowed || held) {
            throw ProblemException.conflict(
                    held ? "It is being sent at this moment." : "It is " + delivery.state + " already.");
        }
    }

    private Delivery found(String publicId) {
        return deliveries
                .byPublicId(publicId)
                .orElseThrow(() -> ProblemException.notFound("There is no delivery '" + publicId + "'."));
    }
}
