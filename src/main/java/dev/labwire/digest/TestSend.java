package dev.labwire.digest;

import dev.labwire.delivery.Channel;
import dev.labwire.delivery.Dispatch;
import dev.labwire.delivery.Letter;
import dev.labwire.delivery.LetterWriter;
import dev.labwire.delivery.Outbox;
import dev.labwire.net.smtp.MailSettings;
import dev.labwire.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** Sends what a subscriber would get today, so that an admin can see that it arrives. */
@ApplicationScoped
class TestSend {

    private final SubscriptionStore store;
    private final Composer composer;
    private final ComposeStep step;
    private final LetterWriter letters;
    private final Outbox outbox;
    private final MailSettings mail;
    private final InstantSource clock;

    TestSend(
            SubscriptionStore store,
            Composer composer,
            ComposeStep step,
            LetterWriter letters,
            Outbox outbox,
            MailSettings mail,
            InstantSource clock) {
        this.store = store;
        this.composer = composer;
        this.step = step;
        this.letters = letters;
        this.outbox = outbox;
        this.mail = mail;
        this.clock = clock;
    }

    void send(String id) {
        SubscriptionView view = store.find(id)
                .filter(found -> !found.email().isEmpty())
                .orElseThrow(() -> ProblemException.notFound("There is no subscription '" + id + "'."));
        if (view.state().equals(SubscriptionState.UNSUBSCRIBED.wireName())) {
            throw ProblemException.conflict("Its subscriber has ended it.");
        }
        if (!mail.isOn()) {
            throw ProblemException.unavailable("This service sends no mail: quarkus.mailer.from is not set.");
        }
        String occasion = "test." + view.id() + "." + UUID.randomUUID();
        Settings settings = view.settings();
        Draft draft = composer.preview(settings, settings.dueDates().latest(clock.instant()));
        Letter letter = step.letter(view, draft, occasion);
        outbox.put(new Dispatch(
                Channel.MAIL,
                "test",
                occasion,
                view.email(),
                Dispatch.URGENT,
                letter.subject(),
                letters.message(letter),
                clock.instant()));
    }
}
