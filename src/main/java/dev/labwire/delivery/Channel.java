package dev.labwire.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a delivery goes out. */
public enum Channel {
    MAIL,
    WEBHOOK;

    /** The name used in the API and in tables. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
