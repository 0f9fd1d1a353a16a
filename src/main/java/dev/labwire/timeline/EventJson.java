package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.labwire.extraction.Explanation;
import dev.labwire.extraction.Mention;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Change;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mentions and events as they stand in the tables; fields of another release are passed over. */
@Singleton
final class EventJson {

    private final ObjectReader mentions;
    private final ObjectReader explanations;
    private final ObjectReader events;
    private final ObjectReader changes;
    private final ObjectWriter writer;

    EventJson(ObjectMapper mapper) {
        ObjectReader tolerant = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.mentions = tolerant.forType(Mention.class);
        this.explanations = tolerant.forType(Explanation.class);
        this.events = tolerant.forType(TimelineEvent.class);
        this.changes = tolerant.forType(new TypeReference<List<Change>>() {});
        this.writer = mapper.writer();
    }

    Mention mention(String body) {
        try {
            return mentions.readValue(body);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Nullable
    Explanation explanation(@Nullable String body) {
        try {
            return body == null ? null : explanations.readValue(body);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TimelineEvent event(String body) {
        try {
            return events.readValue(body);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(TimelineEvent event) {
        try {
            return writer.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    String history(List<Change> history) {
        try {
            return writer.writeValueAsString(history);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<Change> history(String body) {
        try {
            return changes.readValue(body);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
