package dev.labwire.extraction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What sort of happening a mention tells of. */
public enum EventType {
    @JsonProperty("people_move")
    PEOPLE_MOVE,
    @JsonProperty("model_release")
    MODEL_RELEASE,
    @JsonProperty("deal")
    DEAL;

    /** The name used in the API and in data files. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
