package dev.labwire.digest;

import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Dispatch;
import dev.labwire.delivery.Outbox;
import dev.labwire.net.smtp.MailSettings;
import dev.labwire.storage.WriteTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The dead-man's switch: silence must never hide that nothing works any more. Says so once when something has come to a
 * standstill, and once when it goes on: in the log, in the readiness check's data, and by mail to the admin.
 */
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final WatchRows rows;
    private final DigestConfig config;
    private final MailSettings mail;
    private final NoteRenderer notes;
    private final Outbox outbox;
    private final Links links;
    private final InstantSource clock;
    private Instant started = Instant.MAX;

    Watch(
            WatchRows rows,
            DigestConfig config,
            MailSettings mail,
            NoteRenderer notes,
            Outbox outbox,
            Links links,
            InstantSource clock) {
        this.rows = rows;
        this.config = config;
        this.mail = mail;
        this.notes = notes;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        started = clock.instant();
    }

    /** What stands still, by name, with a sentence on each. */
    Map<String, String> standing() {
        Instant now = clock.instant();
        Map<String, String> standing = new LinkedHashMap<>();
        Instant answer = rows.lastAnswer();
        if (rows.feeds() > 0
                && longerAgo(started, config.watch().pollingSilence(), now)
                && (answer == null || longerAgo(answer, config.watch().pollingSilence(), now))) {
            standing.put(
                    "polling", "No feed has answered since " + (answer == null ? "the first start" : answer) + ".");
        }
        if (mail.isOn()) {
            Instant due = rows.oldestDue(now);
            if (late(due, now)) {
                standing.put("composing", "An edition that was due at " + due + " is not composed yet.");
            }
            Instant waiting = rows.oldestMail();
            if (late(waiting, now)) {
                standing.put("sending", "A mail has waited to be sent since " + waiting + ".");
            }
        }
        return standing;
    }

    /** A service that was down has some minutes to make up for it. */
    private boolean late(@Nullable Instant since, Instant now) {
        Duration delay = config.watch().deliveryDelay();
        return since != null && longerAgo(since, delay, now) && longerAgo(started, delay.dividedBy(8), now);
    }

    private static boolean longerAgo(Instant instant, Duration time, Instant now) {
        return !instant.isAfter(now) && Duration.between(instant, now).compareTo(time) > 0;
    }

    /** Says what is new about what was seen. */
    @WriteTransaction(durable = true)
    void note(Map<String, String> standing) {
        Instant now = clock.instant();
        standing.forEach((name, detail) -> {
            if (rows.findById(name) == null) {
                Standstill standstill = new Standstill();
                standstill.name = name;
                standstill.since = now;
                standstill.detail = detail;
                rows.persist(standstill);
                LOG.errorf("%s has come to a standstill: %s", name, detail);
                tell("Labwire: " + name + " has come to a standstill", detail, name + "/" + now);
            }
        });
        rows.listAll().stream()
                .filter(known -> !standing.containsKey(known.name))
                .forEach(over -> {
                    rows.delete(over);
                    LOG.warnf("%s goes on", over.name);
                    tell(
                            "Labwire: " + over.name + " goes on",
                            "It stood still since " + over.since + ".",
                            over.name + "/on/" + now);
                });
    }

    private void tell(String title, String detail, String occasion) {
        String admin = config.admin().email().orElse("");
        if (admin.isBlank() || !mail.isOn()) {
            return;
        }
        Note note = new Note(
                Languages.DEFAULT,
                title,
                List.of(detail),
                new Bulletin.Link("Look at the service", links.to("/q/health/ready")),
                List.of("This is told once. Mails that may have been sent or not, or were refused: " + rows.unsettled()
                        + ", see " + links.to("/api/v1/admin/deliveries") + "."));
        outbox.put(new Dispatch(
                Channel.MAIL,
                "notice",
                "notice/" + occasion,
                admin.strip(),
                Dispatch.URGENT,
                title,
                notes.message(
                        note, admin.strip(), "notice." + occasion.replaceAll("[^A-Za-z0-9.-]", "."), ZoneOffset.UTC),
                clock.instant()));
    }
}
