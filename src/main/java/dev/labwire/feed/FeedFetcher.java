package dev.labwire.feed;

import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.EntryIdentity;
import dev.labwire.feed.document.FeedReader;
import dev.labwire.feed.document.HtmlInstead;
import dev.labwire.feed.document.IdentifiedEntry;
import dev.labwire.feed.document.ListingReader;
import dev.labwire.feed.document.Reading;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import dev.labwire.net.Turn;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebRequest;
import dev.labwire.text.Hashes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks a feed's server and reads the answer; knows no database. */
@Singleton
final class FeedFetcher {

    /** A document takes many times its size while it is read; of those above this, one is read at a time. */
    private static final int LARGE = 1 << 20;

    private static final int OK = 200;
    private static final String PAGE_MISSING = "page ";
    private static final Poll.Vouchers NOTHING_VOUCHED = new Poll.Vouchers(null, null, null, null, null);

    private final WebClient web;
    private final InstantSource clock;
    private final Semaphore small = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private final Semaphore large = new Semaphore(1);

    FeedFetcher(WebClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /**
     * Polls a feed.
     *
     * @param turn at its host; null to wait for one
     */
    Poll poll(ClaimedFeed feed, @Nullable Turn turn) {
        RequestOptions options = feed.options();
        if (options.equals(RequestVault.FOREIGN)) {
            return new Poll.Failed(
                    null, 0, "its credentials cannot be decrypted: secret.key is another one; enter them again", null);
        }
        if (!Hosts.sameOrigin(feed.address(), feed.url())) {
            // The owner gave them to one server; where redirects led to another, that is told none.
            options = RequestOptions.NONE;
        }
        WebRequest request = feed.selectors() == null
                ? WebRequest.feed(feed.address(), feed.etag(), feed.lastModified())
                : WebRequest.page(feed.address(), feed.etag(), feed.lastModified());
        WebAnswer answer = web.get(request.with(options), turn);
        return answer instanceof WebAnswer.Failed failed ? unanswered(feed, failed) : judge(feed, (Fetched) answer);
    }

    private Poll unanswered(ClaimedFeed feed, WebAnswer.Failed failed) {
        boolean postponed =
                switch (failed.reason()) {
                    case BUSY -> true;
                    case UNKNOWN_HOST, UNREACHABLE, TIMEOUT -> web.isCutOff(feed.address());
                    default -> false;
                };
        if (!postponed) {
            return new Poll.Failed(null, 0, failed.message(), null);
        }
        return new Poll.Postponed(
                failed.reason() == WebAnswer.Reason.BUSY
                        ? failed.message()
                        : "our own network seems to be down (" + failed.message() + ")");
    }

    private Poll judge(ClaimedFeed feed, Fetched answer) {
        return switch (answer.status()) {
            case 200, 203 -> read(feed, answer);
            case 304 -> new Poll.Unchanged(304, 0, vouchers(feed, answer, feed.bodyHash()));
            case 410 -> new Poll.Gone("the server says that the feed is gone for good (410)");
            case 429, 503 ->
                new Poll.Failed(
                        answer.status(),
                        answer.body().length,
                        reason(answer),
                        AnswerHints.retryAfter(answer, clock.instant()));
            default -> new Poll.Failed(answer.status(), answer.body().length, reason(answer), null);
        };
    }

    private Poll read(ClaimedFeed feed, Fetched answer) {
        String hash = Hashes.sha256Hex(answer.body());
        int bytes = answer.body().length;
        if (hash.equals(feed.bodyHash())) {
            return new Poll.Unchanged(answer.status(), bytes, vouchers(feed, answer, hash));
        }
        Reading reading = readInTurn(answer, feed.selectors());
        return reading instanceof Reading.Entries entries
                ? read(feed, answer, hash, furtherPages(feed, answer, entries))
                : new Poll.Failed(answer.status(), bytes, ((Reading.Unreadable) reading).reason(), null);
    }

    private Reading readInTurn(Fetched answer, @Nullable Selectors selectors) {
        Semaphore turn = answer.body().length > LARGE ? large : small;
        turn.acquireUninterruptibly();
        try {
            return read(answer, selectors);
        } finally {
            turn.release();
        }
    }

    /**
     * A list that goes on over several pages is read on as far as its owner wants. A page that fails ends it and is told as an
     * oddity.
     */
    private Reading.Entries furtherPages(ClaimedFeed feed, Fetched first, Reading.Entries reading) {
        Selectors selectors = feed.selectors();
        int pages = selectors == null || selectors.pages() == null ? 1 : selectors.pages();
        List<Entry> entries = new ArrayList<>(reading.entries());
        List<String> oddities = new ArrayList<>(reading.oddities());
        Set<URI> seen = new HashSet<>(Set.of(first.finalUri()));
        Fetched page = first;
        for (int number = 2; number <= pages; number++) {
            URI next = ListingReader.next(
                            page.body(), page.header("content-type").orElse(null), page.finalUri(), selectors)
                    .filter(uri -> Hosts.sameOrigin(uri.toString(), feed.url()))
                    .orElse(null);
            if (next == null || !seen.add(next)) {
                break;
            }
            WebAnswer answer =
                    web.get(WebRequest.page(next.toString(), null, null).with(feed.options()));
            if (!(answer instanceof Fetched further) || further.status() != OK) {
                oddities.add(0, PAGE_MISSING + number + " did not come");
                break;
            }
            if (!(readInTurn(further, selectors) instanceof Reading.Entries more)) {
                oddities.add(0, PAGE_MISSING + number + " cannot be read");
                break;
            }
            entries.addAll(more.entries());
            page = further;
        }
        return new Reading.Entries(reading.about(), entries, oddities);
    }

    private Poll read(ClaimedFeed feed, Fetched answer, String hash, Reading.Entries reading) {
        Instant now = clock.instant();
        Collection<IdentifiedEntry> entries = EntryIdentity.of(reading.entries());
        return new Poll.Read(
                answer.status(),
                answer.body().length,
                entries,
                reading.about().pace(),
                Pace.of(entries.stream().map(IdentifiedEntry::entry).toList(), now),
                reading.oddities().stream().findFirst().orElse(null),
                isWhole(reading) ? vouchers(feed, answer, hash) : NOTHING_VOUCHED);
    }

    /** Where a page is missing, the next poll has to read all of them again. */
    private static boolean isWhole(Reading.Entries reading) {
        return reading.oddities().stream().noneMatch(oddity -> oddity.startsWith(PAGE_MISSING));
    }

    static Reading read(Fetched answer, @Nullable Selectors selectors) {
        String contentType = answer.header("content-type").orElse(null);
        return selectors == null
                ? FeedReader.read(answer.body(), contentType, answer.finalUri())
                : ListingReader.read(answer.body(), contentType, answer.finalUri(), selectors);
    }

    /** A 304 may leave out validators that still hold. */
    private Poll.Vouchers vouchers(ClaimedFeed feed, Fetched answer, @Nullable String bodyHash) {
        boolean notModified = answer.status() == 304;
        URI permanent = answer.permanentUri();
        return new Poll.Vouchers(
                fitting(answer.header("etag").orElse(notModified ? feed.etag() : null), 1000),
                fitting(answer.header("last-modified").orElse(notModified ? feed.lastModified() : null), 200),
                bodyHash,
                AnswerHints.fresh(answer, clock.instant()),
                permanent == null ? null : fitting(permanent.toString(), 2000));
    }

    private static @Nullable String fitting(@Nullable String value, int longest) {
        return value == null || value.length() > longest ? null : value;
    }

    private static String refusal(Fetched answer) {
        boolean challenge = answer.header("cf-mitigated").isPresent() || HtmlInstead.isChallenge(answer.body());
        return challenge ? "the server wants to be sure of a human" : "the server refuses us";
    }

    static String reason(Fetched answer) {
        String words =
                switch (answer.status()) {
                    case 401 -> "the server wants credentials";
                    case 403 -> refusal(answer);
                    case 404 -> "there is nothing at this address";
                    case 429 -> "the server wants fewer requests";
                    default -> answer.status() >= 500 ? "the server has trouble" : "an unexpected answer";
                };
        return words + " (" + answer.status() + ")";
    }
}
