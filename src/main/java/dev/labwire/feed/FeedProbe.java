package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.feed.ProbedEntry.State;
import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.EntryIdentity;
import dev.labwire.feed.document.IdentifiedEntry;
import dev.labwire.feed.document.ListingReader;
import dev.labwire.feed.document.Reading;
import dev.labwire.feed.document.SelectorMatch;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebRequest;
import dev.labwire.text.SecretUrl;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks for a would-be feed and reads it as a poll would. Stores nothing. */
@Singleton
public class FeedProbe {

    private static final int OK = 200;

    private final FeedRequest requests;
    private final FeedReconciler reconciler;
    private final StoredEntries stored;
    private final WebClient web;
    private final InstantSource clock;

    FeedProbe(
            FeedRequest requests, FeedReconciler reconciler, StoredEntries stored, WebClient web, InstantSource clock) {
        this.requests = requests;
        this.reconciler = reconciler;
        this.stored = stored;
        this.web = web;
        this.clock = clock;
    }

    /**
     * What a feed would bring.
     *
     * @param body the feed as it would be added
     * @throws dev.labwire.problem.ProblemException 400 where it could not be added
     */
    public ProbedFeed probe(@Nullable JsonNode body) {
        return probe(requests.read(body, null, reconciler.addresses()));
    }

    ProbedFeed probe(FeedDefinition feed) {
        long start = System.nanoTime();
        WebAnswer answer = web.get(
                feed.selectors() == null
                        ? WebRequest.feed(feed.url(), null, null).with(feed.options())
                        : WebRequest.page(feed.url(), null, null).with(feed.options()));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (answer instanceof WebAnswer.Failed failed) {
            return failed(feed, null, millis, failed.message());
        }
        Fetched fetched = (Fetched) answer;
        if (fetched.status() != OK) {
            return failed(feed, fetched, millis, FeedFetcher.reason(fetched));
        }
        Reading reading = FeedFetcher.read(fetched, feed.selectors());
        if (reading instanceof Reading.Unreadable unreadable) {
            return failed(feed, fetched, millis, unreadable.reason());
        }
        Collection<IdentifiedEntry> entries = EntryIdentity.of(((Reading.Entries) reading).entries());
        Map<String, State> states = stored.states(feed, entries);
        List<ProbedEntry> probed = entries.stream()
                .map(entry -> new ProbedEntry(
                        item(feed, entry), entry.entry().heading(), states.getOrDefault(entry.itemKey(), State.NEW)))
                .toList();
        return new ProbedFeed(
                SecretUrl.redacted(feed.url()),
                SecretUrl.redacted(fetched.finalUri().toString()),
                fetched.status(),
                millis,
                fetched.body().length,
                null,
                EntryHealth.of(entries, clock.instant()),
                matches(feed, fetched),
                probed);
    }

    private ProbedFeed failed(FeedDefinition feed, @Nullable Fetched fetched, long millis, String error) {
        return new ProbedFeed(
                SecretUrl.redacted(feed.url()),
                fetched == null ? null : SecretUrl.redacted(fetched.finalUri().toString()),
                fetched == null ? null : fetched.status(),
                millis,
                fetched == null ? 0 : fetched.body().length,
                SecretUrl.redactedIn(error),
                EntryHealth.of(List.of(), clock.instant()),
                fetched == null ? List.of() : matches(feed, fetched),
                List.of());
    }

    private static List<SelectorMatch> matches(FeedDefinition feed, Fetched fetched) {
        return Optional.ofNullable(feed.selectors())
                .map(selectors -> ListingReader.matches(
                        fetched.body(), fetched.header("content-type").orElse(null), fetched.finalUri(), selectors))
                .orElse(List.of());
    }

    private FeedItem item(FeedDefinition feed, IdentifiedEntry identified) {
        Entry entry = identified.entry();
        return new FeedItem(
                0,
                identified.itemKey(),
                identified.contentHash(),
                entry.link(),
                identified.sharedLink(),
                entry.title(),
                entry.summary(),
                entry.content(),
                entry.author(),
                entry.language(),
                entry.publishedAt(),
                clock.instant(),
                null,
                feed.url(),
                feed.title(),
                feed.organization(),
                feed.fullText());
    }
}
