package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of each {@link EventType}, as the API names them. */
public enum Kind {
    JOIN(EventType.PEOPLE_MOVE),
    LEAVE(EventType.PEOPLE_MOVE),
    ROLE_CHANGE(EventType.PEOPLE_MOVE),
    FOUND(EventType.PEOPLE_MOVE),
    RETURN(EventType.PEOPLE_MOVE),
    LEAVE_OF_ABSENCE(EventType.PEOPLE_MOVE),
    BOARD(EventType.PEOPLE_MOVE),
    RELEASE(EventType.MODEL_RELEASE),
    PREVIEW(EventType.MODEL_RELEASE),
    ANNOUNCE(EventType.MODEL_RELEASE),
    OPEN_WEIGHTS(EventType.MODEL_RELEASE),
    UPDATE(EventType.MODEL_RELEASE),
    DEPRECATE(EventType.MODEL_RELEASE),
    FUNDING(EventType.DEAL),
    ACQUISITION(EventType.DEAL),
    PARTNERSHIP(EventType.DEAL),
    COMPUTE(EventType.DEAL);

    private final EventType type;

    Kind(EventType type) {
        this.type = type;
    }

    public EventType type() {
        return type;
    }

    /** The name used in the API and in data files, such as {@code role_change}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static Kind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
