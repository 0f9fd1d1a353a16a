package dev.labwire.feed;

import dev.labwire.feed.document.EntryIdentity;
import dev.labwire.feed.document.FeedReader;
import dev.labwire.feed.document.ListingReader;
import dev.labwire.feed.document.Reading;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebRequest;
import dev.labwire.text.Hashes;
import dev.labwire.text.Timestamps;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks a feed's server and reads the answer; knows no database. */
@Singleton
final class FeedFetcher {

    private static final Duration LONGEST_WISH = Duration.ofDays(7);

    private final WebClient web;
    private final InstantSource clock;

    FeedFetcher(WebClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    Poll poll(ClaimedFeed feed) {
        WebRequest request = feed.selectors() == null
                ? WebRequest.feed(feed.address(), feed.etag(), feed.lastModified())
                : WebRequest.page(feed.address(), feed.etag(), feed.lastModified());
        WebAnswer answer = web.get(request);
        if (answer instanceof WebAnswer.Failed failed) {
            return failed.reason() == WebAnswer.Reason.BUSY
                    ? new Poll.Postponed(failed.message())
                    : new Poll.Failed(null, failed.message(), null);
        }
        return judge(feed, (Fetched) answer);
    }

    private Poll judge(ClaimedFeed feed, Fetched answer) {
        return switch (answer.status()) {
            case 200, 203 -> read(feed, answer);
            case 304 -> new Poll.Unchanged(304, vouchers(feed, answer, feed.bodyHash()));
            case 410 -> new Poll.Gone("the server says that the feed is gone for good (410)");
            case 429, 503 -> new Poll.Failed(answer.status(), reason(answer), wish(answer));
            default -> new Poll.Failed(answer.status(), reason(answer), null);
        };
    }

    private Poll read(ClaimedFeed feed, Fetched answer) {
        String hash = Hashes.sha256Hex(answer.body());
        if (hash.equals(feed.bodyHash())) {
            return new Poll.Unchanged(answer.status(), vouchers(feed, answer, hash));
        }
        Reading reading = read(answer, feed.selectors());
        return reading instanceof Reading.Entries entries
                ? new Poll.Read(answer.status(), EntryIdentity.of(entries.entries()), vouchers(feed, answer, hash))
                : new Poll.Failed(answer.status(), ((Reading.Unreadable) reading).reason(), null);
    }

    static Reading read(Fetched answer, @Nullable Selectors selectors) {
        String contentType = answer.header("content-type").orElse(null);
        return selectors == null
                ? FeedReader.read(answer.body(), contentType, answer.finalUri())
                : ListingReader.read(answer.body(), contentType, answer.finalUri(), selectors);
    }

    /** A 304 may leave out validators that still hold. */
    private static Poll.Vouchers vouchers(ClaimedFeed feed, Fetched answer, @Nullable String bodyHash) {
        boolean notModified = answer.status() == 304;
        return new Poll.Vouchers(
                fitting(answer.header("etag").orElse(notModified ? feed.etag() : null), 1000),
                fitting(answer.header("last-modified").orElse(notModified ? feed.lastModified() : null), 200),
                bodyHash,
                moved(feed, answer.permanentUri()));
    }

    private static @Nullable String moved(ClaimedFeed feed, @Nullable URI permanent) {
        if (permanent == null) {
            return feed.movedTo();
        }
        String address = permanent.toString();
        return address.equals(feed.url()) ? null : fitting(address, 2000);
    }

    private static @Nullable String fitting(@Nullable String value, int longest) {
        return value == null || value.length() > longest ? null : value;
    }

    static String reason(Fetched answer) {
        String words =
                switch (answer.status()) {
                    case 401, 403 -> "the server refuses us";
                    case 404 -> "there is nothing at this address";
                    case 429 -> "the server wants fewer requests";
                    default -> answer.status() >= 500 ? "the server has trouble" : "an unexpected answer";
                };
        return words + " (" + answer.status() + ")";
    }

    private @Nullable Duration wish(Fetched answer) {
        String text = answer.header("retry-after").orElse("").strip();
        Duration wish = text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : Timestamps.parse(text)
                        .map(until -> Duration.between(clock.instant(), until))
                        .orElse(Duration.ZERO);
        if (wish.isNegative() || wish.isZero()) {
            return null;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
