package dev.labwire.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages as JSON. Events are stored as the JSON they are shown as, and pass through as they are. */
@Singleton
final class PageJson {

    private final ObjectMapper mapper;

    PageJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A page as {@link EventPage} has it, of these fields only, where some are named. */
    String page(EventList.Page page, List<String> fields) {
        StringBuilder text = new StringBuilder(4096);
        items(text, page.items(), fields);
        rest(text, page.next(), page.changes());
        if (page.facets() != null) {
            text.append(",\"facets\":").append(value(page.facets()));
        }
        return text.append('}').toString();
    }

    /** A page of changes; {@code changes} is where to go on, {@code next} the same where there is more already. */
    String changes(EventChanges.Page page, List<String> fields) {
        StringBuilder text = new StringBuilder(4096);
        items(text, page.changes().stream().map(this::change).toList(), fields);
        rest(text, page.more() ? ChangeCursor.text(page.upTo()) : null, page.upTo());
        return text.append('}').toString();
    }

    /** An event that changed, or its tombstone. */
    String change(EventChanges.Change change) {
        if (change.body() != null) {
            return change.body();
        }
        ObjectNode tombstone = mapper.createObjectNode();
        tombstone.put("id", change.id());
        tombstone.put("gone", true);
        tombstone.put("mergedInto", change.mergedInto());
        tombstone.put("updatedAt", change.at().toString());
        return tombstone.toString();
    }

    private void items(StringBuilder text, List<String> items, List<String> fields) {
        text.append("{\"items\":[");
        for (int index = 0; index < items.size(); index++) {
            text.append(index == 0 ? "" : ",")
                    .append(fields.isEmpty() ? items.get(index) : reduced(items.get(index), fields));
        }
        text.append(']');
    }

    private void rest(StringBuilder text, @Nullable String next, long changes) {
        text.append(",\"next\":").append(value(next));
        text.append(",\"changes\":").append(value(ChangeCursor.text(changes)));
    }

    private String reduced(String item, List<String> fields) {
        try {
            ObjectNode event = (ObjectNode) mapper.readTree(item);
            if (!event.has("gone")) {
                event.retain(fields);
            }
            return event.toString();
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String value(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
