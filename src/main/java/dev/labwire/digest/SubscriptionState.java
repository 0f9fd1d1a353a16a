package dev.labwire.digest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a subscription stands. */
enum SubscriptionState {
    /** Gets its editions. */
    ACTIVE,
    /** Gets none until an admin resumes it. */
    PAUSED,
    /** The mail server refused its address again and again. */
    SUSPENDED,
    /** Ended by the subscriber. */
    UNSUBSCRIBED,
    /** Has no subscriber: its editions are public. */
    PUBLIC;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
