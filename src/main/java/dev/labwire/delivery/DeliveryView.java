package dev.labwire.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the admin sees it.
 *
 * @param kind what sort of message it is
 * @param occasion what it is sent for
 * @param endpoint a mail address, or the id of a webhook
 * @param attempts how often the other side took a look at it in vain
 * @param nextAttemptAt when it is tried again; only while it waits
 * @param lastCode the last reply's, of SMTP or HTTP
 * @param log every attempt, oldest first; only where one delivery is asked for
 */
record DeliveryView(
        String id,
        String channel,
        String kind,
        String occasion,
        String endpoint,
        String subject,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        @Nullable Integer lastCode,
        @Nullable String lastError,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttemptView> log) {

    /** One attempt. */
    record AttemptView(
            Instant at,
            long millis,
            String outcome,
            @Nullable Integer code,
            @Nullable String detail) {}

    static DeliveryView of(Delivery delivery, @Nullable List<Attempt> log) {
        return new DeliveryView(
                delivery.publicId,
                delivery.channel,
                delivery.kind,
                delivery.occasion,
                delivery.endpoint,
                delivery.subject,
                delivery.state,
                delivery.attempts,
                delivery.createdAt,
                delivery.is(DeliveryState.PENDING) ? delivery.nextAttemptAt : null,
                delivery.settledAt,
                delivery.lastCode,
                delivery.lastError,
                log == null
                        ? null
                        : log.stream()
                                .map(attempt -> new AttemptView(
                                        attempt.startedAt,
                                        attempt.millis,
                                        attempt.outcome,
                                        attempt.code,
                                        attempt.detail))
                                .toList());
    }
}
