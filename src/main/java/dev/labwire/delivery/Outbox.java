package dev.labwire.delivery;

import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.RandomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Where everything is put that is to leave the house. */
@ApplicationScoped
public class Outbox {

    private static final int ID_LENGTH = 20;

    private final DeliveryRepository deliveries;
    private final DeliveryContents contents;
    private final InstantSource clock;
    private final RandomGenerator chance;

    Outbox(DeliveryRepository deliveries, DeliveryContents contents, InstantSource clock, RandomGenerator chance) {
        this.deliveries = deliveries;
        this.contents = contents;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Has this sent once what the caller's transaction changes is committed.
     *
     * @return false when something was put here for the same occasion before; then nothing happens
     */
    @WriteTransaction
    public boolean put(Dispatch dispatch) {
        if (deliveries.knows(dispatch.occasion())) {
            return false;
        }
        Delivery delivery = new Delivery();
        delivery.publicId = RandomId.of(chance, ID_LENGTH);
        delivery.channel = dispatch.channel().wireName();
        delivery.kind = dispatch.kind();
        delivery.occasion = dispatch.occasion();
        delivery.endpoint = dispatch.endpoint();
        delivery.priority = dispatch.priority();
        delivery.subject = dispatch.subject();
        delivery.state = DeliveryState.PENDING.wireName();
        delivery.nextAttemptAt = dispatch.due();
        delivery.createdAt = clock.instant();
        deliveries.persist(delivery);
        contents.keep(Objects.requireNonNull(delivery.id), dispatch.content());
        return true;
    }

    /**
     * Calls off what still waits to go there. What is being handed over at this moment goes on, but is not tried again.
     */
    @WriteTransaction
    public void cancel(Channel channel, String endpoint, String kind, String reason) {
        deliveries.update(
                "calledOff = true where channel = ?1 and endpoint = ?2 and kind = ?3"
                        + " and state in ('sending', 'unknown', 'dead')",
                channel.wireName(),
                endpoint,
                kind);
        deliveries.update(
                "state = 'cancelled', settledAt = ?1, lastError = ?2"
                        + " where channel = ?3 and endpoint = ?4 and kind = ?5 and state = 'pending'",
                clock.instant(),
                reason,
                channel.wireName(),
                endpoint,
                kind);
    }

    /** Forgets everything that ever went there. */
    @WriteTransaction
    public void forget(Channel channel, String endpoint) {
        deliveries.forget("channel = ?1 and endpoint = ?2", channel.wireName(), endpoint);
    }
}
