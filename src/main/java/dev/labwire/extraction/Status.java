package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure the telling is: in talks, told by an outlet, stated as fact, or contradicted by a party to it. */
public enum Status {
    RUMORED,
    REPORTED,
    CONFIRMED,
    DENIED;

    /** The name used in the API and in data files. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static Status of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
