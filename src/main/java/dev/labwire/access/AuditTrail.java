package dev.labwire.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when, and what it was like before and after. An entry is written in the transaction of the change that it
 * tells of: there is never one without the other. What is passed in must hold no secrets; fields that are named like one
 * are blanked all the same. Thread-safe.
 */
@Singleton
public class AuditTrail {

    /** In whose name this service acts by itself. */
    public static final String HOUSE = "labwire";

    private static final int LONGEST_STATE = 100_000;
    private static final int LONGEST_SUBJECT = 400;
    private static final Set<String> SECRET = Set.of("password", "secret", "oldsecret", "key", "token", "keyhash");

    private final AuditEntryRepository entries;
    private final CurrentIdentityAssociation identity;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    AuditTrail(
            AuditEntryRepository entries,
            CurrentIdentityAssociation identity,
            ObjectMapper mapper,
            InstantSource clock) {
        this.entries = entries;
        this.identity = identity;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Notes what whoever makes the request under way has done.
     *
     * @param action what was done, such as {@code feed.create}
     * @param subject to what, such as {@code feed:openai-news}
     * @param before what it was like, as JSON has it; null when it was not there
     * @param after what it is like; null when it is gone
     */
    public void record(String action, String subject, @Nullable Object before, @Nullable Object after) {
        recordOf(actor(), action, subject, before, after);
    }

    /** The same in somebody's name. */
    public void recordOf(String actor, String action, String subject, @Nullable Object before, @Nullable Object after) {
        AuditEntry entry = new AuditEntry();
        entry.recordedAt = clock.instant();
        entry.actor = actor;
        entry.action = action;
        entry.subject = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        entry.beforeState = json(before);
        entry.afterState = json(after);
        entries.persist(entry);
    }

    private String actor() {
        if (!Arc.container().requestContext().isActive()) {
            return HOUSE;
        }
        SecurityIdentity who = identity.getIdentity();
        return who.isAnonymous() ? HOUSE : who.getPrincipal().getName();
    }

    private @Nullable String json(@Nullable Object state) {
        if (state == null) {
            return null;
        }
        JsonNode tree = mapper.valueToTree(state);
        blank(tree);
        String text = write(tree);
        return text.length() <= LONGEST_STATE
                ? text
                : write(mapper.createObjectNode().put("tooLarge", "the state has " + text.length() + " characters"));
    }

    private String write(JsonNode tree) {
        try {
            return mapper.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void blank(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (SECRET.contains(field.getKey().toLowerCase(Locale.ROOT))
                        && !field.getValue().isNull()) {
                    field.setValue(object.textNode("***"));
                }
            }
        }
        tree.forEach(AuditTrail::blank);
    }
}
