package dev.labwire.digest;

import dev.labwire.access.RequestRate;
import dev.labwire.digest.SettingsReader.Wanted;
import dev.labwire.digest.SettingsReader.Wishes;
import dev.labwire.digest.SignedLinks.Purpose;
import dev.labwire.net.smtp.MailSettings;
import dev.labwire.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Where people ask for the digest. Nobody learns here whether an address is known. */
@ApplicationScoped
class SubscriptionDesk {

    private final SettingsReader reader;
    private final SubscriptionRequests requests;
    private final RequestRate rate;
    private final MailSettings mail;
    private final NoteRenderer notes;
    private final SignedLinks tokens;
    private final Links links;
    private final DigestConfig config;

    SubscriptionDesk(
            SettingsReader reader,
            SubscriptionRequests requests,
            MailSettings mail,
            NoteRenderer notes,
            SignedLinks tokens,
            Links links,
            DigestConfig config,
            InstantSource clock) {
        this.reader = reader;
        this.requests = requests;
        this.rate = new RequestRate(clock, config.digest().requestsPerHour(), Duration.ofHours(1));
        this.mail = mail;
        this.notes = notes;
        this.tokens = tokens;
        this.links = links;
        this.config = config;
    }

    /**
     * Sends a confirmation mail, unless the address has had its share of these.
     *
     * @throws ProblemException when a wish can't be granted to anybody, or the client asks too often
     */
    void ask(Wishes wishes, String client) {
        Wanted wanted = reader.wanted(wishes);
        if (!mail.isOn()) {
            throw ProblemException.unavailable("This service sends no mail: its admin has not set a sender address.");
        }
        if (!rate.admit(client)) {
            throw ProblemException.tooMany(
                    "Too many subscriptions were asked for from your address in this hour.",
                    rate.secondsToNextWindow());
        }
        DigestLabels labels = DigestRenderer.labels(wanted.settings().language());
        requests.ask(
                wanted,
                labels.confirmSubject(),
                config.digest().confirmationsPerDay(),
                request -> confirmation(wanted, labels, request));
    }

    private String confirmation(Wanted wanted, DigestLabels labels, String request) {
        Settings settings = wanted.settings();
        Note note = new Note(
                settings.language(),
                labels.confirmSubject(),
                List.of(labels.confirmText(
                        links.host(),
                        wanted.address(),
                        settings.deliverAt().toString(),
                        settings.zone().getId())),
                new Bulletin.Link(
                        labels.confirmButton(),
                        links.withToken("/subscriptions/confirm", tokens.token(Purpose.CONFIRM, request))),
                List.of(labels.confirmIgnore(), labels.confirmExpires()));
        return notes.message(note, wanted.address(), "confirmation." + request, settings.zone());
    }
}
