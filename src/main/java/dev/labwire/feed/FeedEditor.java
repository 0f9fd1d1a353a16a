package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.access.AuditTrail;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an admin does to feeds over the API. Each call is one transaction with its entry in the audit trail. What the file
 * owns is not changed here.
 */
@Singleton
public class FeedEditor {

    private final FeedRepository feeds;
    private final FeedRequest requests;
    private final FeedReconciler reconciler;
    private final FeedFile file;
    private final AuditTrail audit;
    private final InstantSource clock;

    FeedEditor(
            FeedRepository feeds,
            FeedRequest requests,
            FeedReconciler reconciler,
            FeedFile file,
            AuditTrail audit,
            InstantSource clock) {
        this.feeds = feeds;
        this.requests = requests;
        this.reconciler = reconciler;
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which feed it was, and whether it is new. */
    public record Edited(String slug, boolean created) {}

    /**
     * A feed as its owner wrote it.
     *
     * @param definition under the keys of feeds.yaml; secrets are blanked
     */
    public record Editable(ObjectNode definition, int version) {}

    /** The feed, to be edited; 409 where the file manages it. */
    @Transactional
    public Editable editable(String slug) {
        Feed feed = known(slug);
        requireOwn(feed);
        return new Editable(feed.definition().toJson(), feed.version);
    }

    /**
     * Adds a feed. Asked again it finds that it is there; a body without an id is known by its address.
     *
     * @throws ProblemException 409 where the id, or the address, is that of another feed
     */
    @WriteTransaction(durable = true)
    public Edited create(@Nullable JsonNode body) {
        FeedDefinition wanted = requests.read(body, null, reconciler.addresses());
        boolean named = body != null && body.hasNonNull("id");
        Optional<Feed> same = feeds.active().stream()
                .filter(feed -> feed.definition().readsTheSameAs(wanted))
                .findFirst();
        if (same.isPresent() && (!named || same.get().slug.equals(wanted.slug()))) {
            return found(same.get(), wanted);
        }
        if (same.isPresent()) {
            throw ProblemException.conflict("The feed '" + same.get().slug + "' has this address already.");
        }
        FeedDefinition free = named ? free(wanted) : renamed(wanted, this::isTaken);
        return add(free, feeds.bySlug(free.slug()));
    }

    private Edited found(Feed there, FeedDefinition wanted) {
        if (there.definition()
                .saysTheSameAs(
                        renamed(wanted, there.slug).inLine(there.definition().line()))) {
            return new Edited(there.slug, false);
        }
        requireOwn(there);
        throw ProblemException.conflict("The feed '" + there.slug
                + "' is there already, with other fields; edit it instead (PUT replaces it, PATCH changes it).");
    }

    private FeedDefinition free(FeedDefinition wanted) {
        if (isTaken(wanted.slug())) {
            throw ProblemException.conflict("The id '" + wanted.slug() + "' is that of another feed.");
        }
        return wanted;
    }

    /** The feed under an id that is free: its own, or that with a number. */
    static FeedDefinition renamed(FeedDefinition wanted, Predicate<String> isTaken) {
        String slug = wanted.slug();
        for (int number = 2; isTaken.test(slug); number++) {
            slug = wanted.slug() + "-" + number;
        }
        return renamed(wanted, slug);
    }

    /** A feed that has no title of its own is called by its id. */
    private static FeedDefinition renamed(FeedDefinition feed, String slug) {
        return new FeedDefinition(
                slug,
                feed.title().equals(feed.slug()) ? slug : feed.title(),
                feed.url(),
                feed.selectors(),
                feed.organization(),
                feed.tags(),
                feed.interval(),
                feed.fullText(),
                feed.enabled(),
                feed.options(),
                feed.line());
    }

    private boolean isTaken(String slug) {
        return feeds.bySlug(slug).filter(feed -> feed.retiredAt == null).isPresent();
    }

    /** Adds a feed to the transaction under way, in the row of the retired one that had its id. */
    Edited add(FeedDefinition wanted, Optional<Feed> retired) {
        Feed feed = retired.orElseGet(() -> feeds.added(wanted.slug(), clock.instant()));
        feed.managedBy = Feed.API;
        feed.define(wanted);
        feed.paused = false;
        feed.nextPollAt = clock.instant();
        audit.record("feed.create", subject(feed), null, wanted.toJson());
        return new Edited(feed.slug, true);
    }

    /** Puts a feed in the place of the one of that id, or adds it where there is none. */
    @WriteTransaction(durable = true)
    public Edited replace(String slug, @Nullable JsonNode body, Precondition precondition) {
        Optional<Feed> known = feeds.bySlug(slug).filter(feed -> feed.retiredAt == null);
        precondition.check(known.map(feed -> feed.version).orElse(null));
        known.ifPresent(this::requireOwn);
        FeedDefinition wanted = requests.read(body, slug, reconciler.addresses());
        requireOwnAddress(slug, wanted);
        if (known.isEmpty()) {
            return add(wanted, feeds.bySlug(slug));
        }
        change(known.get(), wanted, "feed.replace");
        return new Edited(slug, false);
    }

    /** Changes the fields that a merge patch (RFC 7396) names. */
    @WriteTransaction(durable = true)
    void patch(String slug, @Nullable JsonNode patch, Precondition precondition) {
        Feed feed = known(slug);
        precondition.check(feed.version);
        requireOwn(feed);
        if (patch == null || !patch.isObject()) {
            throw ProblemException.badInput("body", "must be an object with the fields to change");
        }
        FeedDefinition wanted =
                requests.read(FeedRequest.merged(feed.definition().toJson(), patch), slug, reconciler.addresses());
        requireOwnAddress(slug, wanted);
        change(feed, wanted, "feed.change");
    }

    /** Retires a feed; its articles and events stay, and so does its row, for whoever names its id next. */
    @WriteTransaction(durable = true)
    void delete(String slug, Precondition precondition) {
        Feed feed = known(slug);
        precondition.check(feed.version);
        requireOwn(feed);
        feed.retiredAt = clock.instant();
        feed.version++;
        audit.record("feed.delete", subject(feed), feed.definition().toJson(), null);
    }

    private void change(Feed feed, FeedDefinition wanted, String action) {
        FeedDefinition before = feed.definition();
        if (!before.saysTheSameAs(wanted)) {
            feed.define(wanted);
            if (!before.enabled() && wanted.enabled()) {
                feed.nextPollAt = clock.instant();
            }
            audit.record(action, subject(feed), before.toJson(), wanted.toJson());
        }
    }

    private void requireOwnAddress(String slug, FeedDefinition wanted) {
        feeds.active().stream()
                .filter(feed -> !feed.slug.equals(slug) && feed.definition().readsTheSameAs(wanted))
                .findFirst()
                .ifPresent(other -> {
                    throw ProblemException.conflict("The feed '" + other.slug + "' has this address already.");
                });
    }

    private void requireOwn(Feed feed) {
        if (feed.isOfFile()) {
            throw ProblemException.conflict("The feed '" + feed.slug + "' is managed by the file " + file.name()
                    + (feed.fileLine == null ? "" : ", line " + feed.fileLine)
                    + "; change it there.");
        }
    }

    private Feed known(String slug) {
        return feeds.shown(slug).orElseThrow(() -> ProblemException.notFound("There is no feed '" + slug + "'."));
    }

    static String subject(Feed feed) {
        return "feed:" + feed.slug;
    }
}
