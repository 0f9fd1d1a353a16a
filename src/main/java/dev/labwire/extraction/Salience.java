package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the happening is what the article is about, or merely recalled in it. */
public enum Salience {
    PRIMARY,
    BACKGROUND;

    /** The name used in the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The salience of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static Salience of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
