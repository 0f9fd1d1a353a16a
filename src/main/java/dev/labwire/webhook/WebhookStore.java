package dev.labwire.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.access.AuditTrail;
import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Dispatch;
import dev.labwire.delivery.Outbox;
import dev.labwire.delivery.WebhookSecret;
import dev.labwire.delivery.WebhookTarget;
import dev.labwire.delivery.WebhookTargets;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.SecretUrl;
import dev.labwire.timeline.TimelineChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The commits that make, change and end webhooks. */
@ApplicationScoped
class WebhookStore implements WebhookTargets {

    /** The kind of the deliveries that tell of changes. */
    static final String CHANGE = "event";

    private static final Duration BOTH_SECRETS = Duration.ofDays(1);
    private static final TypeReference<Map<String, List<String>>> FILTER = new TypeReference<>() {};

    private final WebhookRepository webhooks;
    private final TimelineChanges timeline;
    private final Outbox outbox;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final AuditTrail audit;

    WebhookStore(
            WebhookRepository webhooks,
            TimelineChanges timeline,
            Outbox outbox,
            ObjectMapper mapper,
            InstantSource clock,
            RandomGenerator chance,
            AuditTrail audit) {
        this.webhooks = webhooks;
        this.timeline = timeline;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
        this.chance = chance;
        this.audit = audit;
    }

    /** Makes one that is told of what changes from now on. */
    @WriteTransaction(durable = true)
    WebhookView create(
            String url,
            @Nullable String description,
            Map<String, List<String>> filter,
            @Nullable WebhookSecret secret) {
        Webhook webhook = new Webhook();
        webhook.publicId = UUID.randomUUID().toString();
        webhook.url = url;
        webhook.description = description;
        webhook.filter = json(filter);
        webhook.secret = (secret == null ? WebhookSecret.random(chance) : secret).text();
        webhook.enabled = true;
        webhook.position = timeline.last();
        webhook.createdAt = clock.instant();
        webhooks.persist(webhook);
        note("webhook.create", webhook, null, state(webhook));
        return view(webhook, webhook.secret);
    }

    private void note(String action, Webhook webhook, @Nullable Object before, @Nullable Object after) {
        audit.record(action, "webhook:" + webhook.publicId, before, after);
    }

    private static Map<String, Object> state(Webhook webhook) {
        return Map.of("url", SecretUrl.redacted(webhook.url), "filter", webhook.filter, "enabled", webhook.enabled);
    }

    @Transactional
    List<WebhookView> all() {
        return webhooks.list("order by id").stream()
                .map(webhook -> view(webhook, null))
                .toList();
    }

    @Transactional
    WebhookView one(String id) {
        return view(found(id), null);
    }

    /** Calls it again; of what changed while it was disabled it is not told. */
    @WriteTransaction(durable = true)
    WebhookView enable(String id) {
        Webhook webhook = found(id);
        if (!webhook.enabled) {
            Map<String, Object> before = state(webhook);
            webhook.enabled = true;
            webhook.disabledBecause = null;
            webhook.position = timeline.last();
            note("webhook.enable", webhook, before, state(webhook));
        }
        return view(webhook, null);
    }

    /** Calls it no more, and calls off what waits. */
    @WriteTransaction(durable = true)
    WebhookView disable(String id, String because) {
        Webhook webhook = found(id);
        Map<String, Object> before = state(webhook);
        webhook.enabled = false;
        webhook.disabledBecause = because;
        note("webhook.disable", webhook, before, state(webhook));
        callOff(webhook, because);
        return view(webhook, null);
    }

    private void callOff(Webhook webhook, String because) {
        outbox.cancel(Channel.WEBHOOK, webhook.publicId, CHANGE, because);
        outbox.cancel(Channel.WEBHOOK, webhook.publicId, "test", because);
    }

    /** Gives it a new secret; for a day the old one signs too. */
    @WriteTransaction(durable = true)
    WebhookView rotate(String id) {
        Webhook webhook = found(id);
        webhook.oldSecret = webhook.secret;
        webhook.oldSecretUntil = clock.instant().plus(BOTH_SECRETS);
        webhook.secret = WebhookSecret.random(chance).text();
        note("webhook.rotate", webhook, state(webhook), state(webhook));
        return view(webhook, webhook.secret);
    }

    @WriteTransaction(durable = true)
    void delete(String id) {
        Webhook webhook = found(id);
        callOff(webhook, "the webhook is gone");
        webhooks.delete(webhook);
        note("webhook.delete", webhook, state(webhook), null);
    }

    /** Calls it once, with nothing to tell. */
    @WriteTransaction(durable = true)
    void test(String id) {
        Webhook webhook = found(id);
        if (!webhook.enabled) {
            throw ProblemException.conflict("It is disabled: " + webhook.disabledBecause);
        }
        put(
                webhook,
                "test",
                "test/" + id + "/" + UUID.randomUUID(),
                "test",
                "{\"webhook\":\"" + id + "\"}",
                clock.instant());
    }

    @Override
    @Transactional
    public Optional<WebhookTarget> target(String id) {
        return webhooks.byPublicId(id).filter(webhook -> webhook.enabled).map(webhook -> {
            List<WebhookSecret> secrets = new ArrayList<>(List.of(new WebhookSecret(webhook.secret)));
            if (webhook.oldSecret != null
                    && webhook.oldSecretUntil != null
                    && clock.instant().isBefore(webhook.oldSecretUntil)) {
                secrets.add(new WebhookSecret(webhook.oldSecret));
            }
            return new WebhookTarget(webhook.url, secrets);
        });
    }

    /**
     * A webhook that has not looked at the last changes.
     *
     * @param position number of the last change that it looked at
     */
    record Behind(String id, Map<String, List<String>> filter, long position) {}

    @Transactional
    List<Behind> behind(long number) {
        return webhooks.behind(number).stream()
                .map(webhook -> new Behind(webhook.publicId, filter(webhook), webhook.position))
                .toList();
    }

    /**
     * Puts calls for these changes into the outbox and moves on; not when somebody moved it meanwhile. On disk before any call
     * is made, or the same change would be told with another id after a kill.
     */
    @WriteTransaction(durable = true)
    boolean told(Behind behind, TimelineChanges.ProgramChanges changes) {
        Webhook webhook = webhooks.byPublicId(behind.id()).orElse(null);
        if (webhook == null || !webhook.enabled || webhook.position != behind.position()) {
            return false;
        }
        changes.changes().forEach(change -> {
            String type = change.event() == null ? "event.gone" : change.created() ? "event.created" : "event.updated";
            put(
                    webhook,
                    CHANGE,
                    "event/" + webhook.publicId + "/" + change.id() + "/" + change.number(),
                    type,
                    change.event() == null ? gone(change) : change.event(),
                    change.at());
        });
        webhook.position = changes.upTo();
        return true;
    }

    private String gone(TimelineChanges.ProgramChange change) {
        return json(new Gone(change.id(), true, change.mergedInto()));
    }

    /** What is told of an event that is gone, or does not pass the filter any more. */
    record Gone(String id, boolean gone, @Nullable String mergedInto) {}

    private void put(Webhook webhook, String kind, String occasion, String type, String data, Instant at) {
        outbox.put(new Dispatch(
                Channel.WEBHOOK,
                kind,
                occasion,
                webhook.publicId,
                Dispatch.REGULAR,
                type,
                "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":" + data + "}",
                clock.instant()));
    }

    private Webhook found(String id) {
        return webhooks.byPublicId(id)
                .orElseThrow(() -> ProblemException.notFound("There is no webhook '" + id + "'."));
    }

    private WebhookView view(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.publicId,
                webhook.url,
                webhook.description,
                filter(webhook),
                webhook.enabled,
                webhook.disabledBecause,
                webhook.createdAt,
                secret);
    }

    private Map<String, List<String>> filter(Webhook webhook) {
        try {
            return mapper.readValue(webhook.filter, FILTER);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
