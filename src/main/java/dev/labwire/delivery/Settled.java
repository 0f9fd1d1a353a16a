package dev.labwire.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A delivery has come to an end, or to a halt. Fired inside the transaction that says so, so that an observer's changes are
 * committed with it or not at all.
 *
 * @param occasion as the {@link Dispatch} gave it
 * @param code of the last reply, of SMTP or HTTP; null where none came
 */
public record Settled(
        Channel channel,
        String kind,
        String occasion,
        String endpoint,
        DeliveryState state,
        @Nullable Integer code) {}
