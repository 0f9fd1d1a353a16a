package dev.labwire.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. Thread-safe. */
@Singleton
public class AuditReader {

    private final AuditEntryRepository entries;
    private final ObjectMapper mapper;

    AuditReader(AuditEntryRepository entries, ObjectMapper mapper) {
        this.entries = entries;
        this.mapper = mapper;
    }

    /** Entries older than the one of that id, the newest first; {@link Long#MAX_VALUE} begins with the newest of all. */
    @Transactional
    public List<AuditView> before(long id, AuditQuery query, int max) {
        return entries.before(id, query, max).stream().map(this::view).toList();
    }

    private AuditView view(AuditEntry entry) {
        JsonNode before = tree(entry.beforeState);
        JsonNode after = tree(entry.afterState);
        return new AuditView(
                java.util.Objects.requireNonNull(entry.id),
                entry.recordedAt,
                entry.actor,
                entry.action,
                entry.subject,
                changed(before, after),
                before,
                after);
    }

    private static List<String> changed(@Nullable JsonNode before, @Nullable JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        if (before != null && after != null) {
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> before.path(name).equals(after.path(name)));
        }
        return List.copyOf(names);
    }

    private @Nullable JsonNode tree(@Nullable String json) {
        try {
            return json == null ? null : mapper.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("unreadable state in the audit trail: " + json, impossible);
        }
    }
}
