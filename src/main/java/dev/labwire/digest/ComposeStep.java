package dev.labwire.digest;

import dev.labwire.delivery.Letter;
import dev.labwire.delivery.LetterWriter;
import dev.labwire.digest.EditionStore.Composed;
import dev.labwire.digest.EditionStore.Due;
import dev.labwire.net.smtp.MailSettings;
import dev.labwire.timeline.ChangeWindow;
import dev.labwire.timeline.TimelineChanges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The step that composes what is due: reads and renders outside any transaction, some editions a commit. */
@ApplicationScoped
class ComposeStep {

    private static final Logger LOG = Logger.getLogger(ComposeStep.class);

    private final EditionStore store;
    private final SubscriptionStore subscriptions;
    private final TimelineChanges timeline;
    private final Composer composer;
    private final DigestRenderer renderer;
    private final LetterWriter letters;
    private final MailSettings mail;
    private final SignedLinks tokens;
    private final Links links;
    private final InstantSource clock;
    private final Counter editions;

    ComposeStep(
            EditionStore store,
            SubscriptionStore subscriptions,
            TimelineChanges timeline,
            Composer composer,
            DigestRenderer renderer,
            LetterWriter letters,
            MailSettings mail,
            SignedLinks tokens,
            Links links,
            InstantSource clock,
            MeterRegistry meters) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.timeline = timeline;
        this.composer = composer;
        this.renderer = renderer;
        this.letters = letters;
        this.mail = mail;
        this.tokens = tokens;
        this.links = links;
        this.clock = clock;
        this.editions = Counter.builder("labwire.editions")
                .description("Editions that were composed, quiet ones too")
                .register(meters);
    }

    /** Composes at most so many editions, in one commit, and says how many were due. */
    synchronized int runOnce(int max) {
        if (subscriptions.isMisplanned()) {
            subscriptions.replan(false);
        }
        List<Long> ids = store.due(
                mail.isOn()
                        ? List.of(SubscriptionState.ACTIVE, SubscriptionState.PUBLIC)
                        : List.of(SubscriptionState.PUBLIC),
                max);
        if (ids.isEmpty()) {
            return 0;
        }
        long upTo = timeline.last();
        List<Composed> composed = new ArrayList<>();
        due(ids).stream()
                .collect(Collectors.groupingBy(Due::position))
                .forEach((position, some) -> compose(some, composer.window(position, upTo), composed));
        commit(composed);
        editions.increment(composed.size());
        return ids.size();
    }

    /** One by one: what can't be read of one must not hold up the others. */
    private List<Due> due(List<Long> ids) {
        List<Due> due = new ArrayList<>();
        for (long id : ids) {
            try {
                due.add(store.due(id));
            } catch (RuntimeException surprise) {
                LOG.errorf(surprise, "can't read subscription %d", id);
                store.postpone(id);
            }
        }
        return due;
    }

    /** All in one commit, or each in its own where that fails. */
    private void commit(List<Composed> composed) {
        try {
            store.commit(composed);
        } catch (RuntimeException surprise) {
            LOG.error("can't commit editions together, trying one by one", surprise);
            composed.forEach(this::commit);
        }
    }

    private void commit(Composed composed) {
        try {
            store.commit(List.of(composed));
        } catch (RuntimeException surprise) {
            LOG.errorf(
                    surprise,
                    "can't commit the edition of subscription %d",
                    composed.due().id());
            store.postpone(composed.due().id());
        }
    }

    private void compose(List<Due> due, ChangeWindow window, List<Composed> composed) {
        Map<Long, Map<String, Long>> told = store.told(due, List.copyOf(window.ids()));
        for (Due one : due) {
            try {
                composed.add(compose(one, window, told.getOrDefault(one.id(), Map.of())));
            } catch (RuntimeException surprise) {
                LOG.errorf(
                        surprise,
                        "can't compose the edition of %s for %s",
                        one.date(),
                        one.view().id());
                store.postpone(one.id());
            }
        }
    }

    private Composed compose(Due due, ChangeWindow window, Map<String, Long> told) {
        SubscriptionView view = due.view();
        Draft draft = composer.draft(due.date(), window, view.filter(), told);
        if (due.isPublic() || draft.quiet() && !view.whenQuiet()) {
            return new Composed(due, draft, "", null);
        }
        Letter letter = letter(view, draft, "edition." + view.id() + "." + due.date());
        return new Composed(due, draft, letter.subject(), letters.message(letter));
    }

    /** The letter that brings a draft to its subscriber. */
    Letter letter(SubscriptionView view, Draft draft, String id) {
        String unsubscribe = links.withToken("/unsubscribe", tokens.token(SignedLinks.Purpose.UNSUBSCRIBE, view.id()));
        String manage = links.withToken("/subscriptions/manage", tokens.token(SignedLinks.Purpose.MANAGE, view.id()));
        DigestRenderer.Rendered rendered =
                renderer.render(draft, view.language(), new DigestRenderer.Reader(view.email(), manage, unsubscribe));
        return new Letter(
                view.email(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                id + "@" + links.host(),
                clock.instant(),
                view.settings().zone(),
                list(view.language(), unsubscribe));
    }

    private Letter.MailingList list(String language, String unsubscribe) {
        return new Letter.MailingList(
                "Labwire " + DigestRenderer.labels(language).title(), "digest." + links.host(), unsubscribe);
    }
}
