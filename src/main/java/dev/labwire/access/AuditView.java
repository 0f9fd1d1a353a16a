package dev.labwire.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param actor {@code admin}, {@code key:} and the name of a key, {@code feeds.yaml}, or {@code labwire} itself
 * @param action what was done
 * @param subject to what
 * @param changed the names of what is different afterwards
 * @param before what it was like; null when it was not there
 * @param after what it is like; null when it is gone
 */
@Schema(name = "AuditEntry")
public record AuditView(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        List<String> changed,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode before,
        @Schema(type = SchemaType.OBJECT) @Nullable JsonNode after) {

    public AuditView {
        changed = List.copyOf(changed);
    }
}
