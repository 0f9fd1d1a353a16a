package dev.labwire.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its first or next attempt. */
    PENDING,
    /** The server is being told that the message is complete; left over by a killed process, it becomes {@link #UNKNOWN}. */
    SENDING,
    /** The other side took it. */
    SENT,
    /** The other side may have taken it or not; never sent again unless an admin says so. */
    UNKNOWN,
    /** Refused for good, or tried for too long. */
    DEAD,
    /** Not wanted any more before it was sent, or laid aside by an admin. */
    CANCELLED;

    /** The name used in the API and in tables. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
