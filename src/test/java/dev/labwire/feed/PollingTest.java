package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.Loopback;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PollingTest {

    @Inject
    FeedReconciler reconciler;

    @Inject
    FeedPoller poller;

    @Inject
    PollStore store;

    @Inject
    PollJournal journal;

    @Inject
    FeedAdmin admin;

    @Inject
    FeedRepository feeds;

    @Inject
    ItemRepository items;

    private final Loopback server = new Loopback();
    private final String slug = "feed-" + UUID.randomUUID();

    @BeforeEach
    void define() {
        define("/feed", null);
    }

    @AfterEach
    void close() {
        reconciler.apply(List.of());
        server.close();
    }

    private void define(String path, Selectors selectors) {
        reconciler.apply(List.of(new FeedDefinition(
                slug,
                "Test",
                server.url(path),
                selectors,
                null,
                List.of("lab"),
                Duration.ofMinutes(30),
                false,
                true,
                RequestOptions.NONE,
                1)));
    }

    private FetchResult poll() {
        return store.claim(slug).flatMap(poller::poll).orElseThrow();
    }

    private FeedState state() {
        return admin.one(slug);
    }

    private static String item(String guid, String link, String title) {
        return "<item><title>" + title + "</title>"
                + (guid == null ? "" : "<guid isPermaLink=\"false\">" + guid + "</guid>")
                + (link == null ? "" : "<link>" + link + "</link>") + "</item>";
    }

    private void serve(String... items) {
        server.on(
                "/feed",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>T</title>" + String.join("", items) + "</channel></rss>");
    }

    private List<Item> stored() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        items.list("feedId = ?1 order by id", feeds.bySlug(slug).orElseThrow().id));
    }

    @Test
    void entriesAreStoredOnce() {
        serve(
                item("1", "https://e.com/1", "One"),
                item("2", "https://e.com/2", "Two"),
                item("2", "https://e.com/2", "Two"));

        assertThat(poll().newItems()).isEqualTo(2);
        serve(item("2", "https://e.com/2", "Two"), item("1", "https://e.com/1", "One"));
        FetchResult again = poll();

        assertThat(again.newItems() + again.changedItems()).isZero();
        assertThat(state().articles()).isEqualTo(2);
        assertThat(state().lastStatus()).isEqualTo(200);
        assertThat(Duration.between(state().lastPolledAt(), state().nextPollAt()))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
    }

    @Test
    void anEditChangesTheEntryAndAddsNone() {
        serve(item("1", "https://e.com/1", "One"));
        poll();
        serve(item("1", "https://e.com/1", "One, corrected"));

        assertThat(poll().changedItems()).isEqualTo(1);
        assertThat(stored()).hasSize(1);
        assertThat(stored().get(0).title).isEqualTo("One, corrected");
        assertThat(stored().get(0).linked).isFalse();
    }

    @Test
    void idsAndLinksThatLoseTheirSlashAreTheSameEntries() {
        serve(item("https://e.com/1/", "https://e.com/1/", "One"), item("https://e.com/2/", "https://e.com/2/", "Two"));
        poll();
        serve(item("http://e.com/1", "https://e.com/1", "One"), item("https://e.com/2", "https://e.com/2", "Two"));
        poll();

        assertThat(stored()).hasSize(2);
    }

    @Test
    void newIdsUnderKnownLinksAreTheSameEntries() {
        serve(item("a", "https://e.com/1", "One"), item("b", "https://e.com/2", "Two"));
        poll();
        serve(item("x", "https://e.com/1", "One"), item("y", "https://e.com/2", "Two"));
        FetchResult flipped = poll();
        poll();

        assertThat(flipped.newItems()).isZero();
        assertThat(stored()).extracting(stored -> stored.guid).containsExactly("x", "y");
    }

    @Test
    void aNewEntryBesideTheOldOneUnderItsLinkIsAnother() {
        serve(item("a", "https://e.com/log", "One"));
        poll();
        serve(item("b", "https://e.com/log", "Two"), item("a", "https://e.com/log", "One"));
        poll();

        assertThat(stored()).hasSize(2).allMatch(stored -> stored.sharedLink);
    }

    @Test
    void entriesUnderOneLinkStayApart() {
        String[] all = IntStream.range(0, 16)
                .mapToObj(i -> item("id" + i, "https://e.com/log", "T" + i))
                .toArray(String[]::new);
        serve(all);
        poll();
        serve(item("fresh", "https://e.com/log", "Fresh"));
        poll();
        serve(all);
        poll();

        assertThat(stored()).hasSize(17);
    }

    @Test
    void entriesWithoutIdsUnderOneLinkAreToldByTitle() {
        serve(item(null, "https://e.com/log", "A"));
        poll();
        serve(item(null, "https://e.com/log", "B"), item(null, "https://e.com/log", "A"));
        poll();
        poll();

        assertThat(stored()).extracting(stored -> stored.title).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void entriesWithNeitherIdNorLinkAreKept() {
        serve(item(null, null, "A"), item(null, null, "B"));
        poll();
        poll();

        assertThat(stored()).hasSize(2);
    }

    @Test
    void aFeedThatShrinksAndReturnsLosesAndRepeatsNothing() {
        String[] all = IntStream.range(0, 30)
                .mapToObj(i -> item("g" + i, "https://e.com/" + i, "T" + i))
                .toArray(String[]::new);
        serve(all);
        poll();
        serve(all[0]);
        assertThat(poll().newItems()).isZero();
        serve();
        assertThat(poll().newItems()).isZero();
        serve(all);
        FetchResult back = poll();

        assertThat(back.newItems() + back.changedItems()).isZero();
        assertThat(stored()).hasSize(30);
    }

    @Test
    void validatorsAreSentAndA304KeepsTheEntries() {
        String body = "<rss version=\"2.0\"><channel>" + item("1", "https://e.com/1", "One") + "</channel></rss>";
        server.on("/feed", Loopback.send(200, Map.of("ETag", "\"v1\"", "Last-Modified", "then"), body.getBytes()));
        poll();
        server.on("/feed", Loopback.status(304));
        FetchResult unchanged = poll();
        poll();

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.error()).isNull();
        assertThat(server.requests().get(2).get("If-none-match")).containsExactly("\"v1\"");
        assertThat(server.requests().get(2).get("If-modified-since")).containsExactly("then");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aBodyThatCannotBeReadLeavesNoValidators() {
        server.on("/feed", Loopback.send(200, Map.of("ETag", "\"bad\""), "<html></html>".getBytes()));
        FetchResult failed = poll();
        poll();

        assertThat(failed.error()).contains("an HTML page, not a feed");
        assertThat(server.requests().get(1)).doesNotContainKey("If-none-match");
        assertThat(state().consecutiveFailures()).isEqualTo(2);
        assertThat(state().lastError()).contains("HTML");
    }

    @Test
    void failuresBackOffAndSuccessForgivesThem() {
        server.on("/feed", Loopback.status(500));
        poll();
        Duration first = Duration.between(state().lastPolledAt(), state().nextPollAt());
        poll();
        poll();
        Duration third = Duration.between(state().lastPolledAt(), state().nextPollAt());
        serve();
        poll();

        assertThat(first).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(17));
        assertThat(third).isBetween(Duration.ofMinutes(53), Duration.ofMinutes(67));
        assertThat(state().consecutiveFailures()).isZero();
        assertThat(state().lastError()).isNull();
    }

    @Test
    void retryAfterIsHonoured() {
        server.on("/feed", Loopback.status(429, "Retry-After", "172800"));
        poll();
        assertThat(Duration.between(state().lastPolledAt(), state().nextPollAt()))
                .isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(state().nextPollReason()).contains("asks to be left alone for 2 days");

        server.on("/feed", Loopback.status(503, "Retry-After", "Fri, 31 Dec 2099 23:59:59 GMT"));
        poll();
        assertThat(Duration.between(state().lastPolledAt(), state().nextPollAt()))
                .isBetween(Duration.ofDays(14), Duration.ofDays(15));
        assertThat(state().lastError()).contains("503");
        assertThat(state().alarm()).contains("asked again after 14 days all the same");
    }

    @Test
    void aFeedThatIsGoneIsPausedWithItsReason() {
        server.on("/feed", Loopback.status(410));
        poll();

        assertThat(state().paused()).isTrue();
        assertThat(state().pauseReason()).contains("gone for good (410)");
        assertThat(state().lastError()).contains("410");
        assertThat(store.claim(slug)).isEmpty();
    }

    @Test
    void aPermanentRedirectIsBelievedAfterThreePolls() {
        server.on("/feed", Loopback.status(301, "Location", "/new"));
        server.on("/new", "application/rss+xml", "<rss version=\"2.0\"><channel></channel></rss>");
        poll();
        poll();
        assertThat(state().movedTo()).isNull();
        poll();
        assertThat(state().movedTo()).isEqualTo(server.url("/new"));
        assertThat(state().host()).isEqualTo(URI.create(server.url("/new")).getAuthority());
        poll();
        assertThat(server.requests())
                .as("the owner's address is not asked any more")
                .hasSize(7);

        server.on("/new", Loopback.status(410));
        poll();
        assertThat(state().paused()).isFalse();
        assertThat(state().movedTo()).isNull();
    }

    @Test
    void aRedirectThatChangesItsMindIsNotBelieved() {
        server.on("/new", "application/rss+xml", "<rss version=\"2.0\"><channel></channel></rss>");
        server.on("/other", "application/rss+xml", "<rss version=\"2.0\"><channel></channel></rss>");
        for (String target : List.of("/new", "/new", "/other", "/new", "/new")) {
            server.on("/feed", Loopback.status(308, "Location", target));
            poll();
        }

        assertThat(state().movedTo()).isNull();
    }

    @Test
    void theOwnersAddressIsAskedAgainWhenTheOtherFailsThrice() {
        server.on("/feed", Loopback.status(301, "Location", "/new"));
        server.on("/new", "application/rss+xml", "<rss version=\"2.0\"><channel></channel></rss>");
        poll();
        poll();
        poll();
        server.on("/new", Loopback.status(500));
        poll();
        poll();
        assertThat(state().movedTo()).isNotNull();
        poll();
        assertThat(state().movedTo()).isNull();
    }

    @Test
    void whatThePublisherWishesIsTheLeastTimeBetweenPolls() {
        byte[] body = "<rss version=\"2.0\"><channel><title>T</title><ttl>90</ttl></channel></rss>".getBytes();
        server.on("/feed", Loopback.send(200, Map.of("Cache-Control", "public, max-age=3600"), body));
        poll();

        assertThat(Duration.between(state().lastPolledAt(), state().nextPollAt()))
                .isBetween(Duration.ofMinutes(90), Duration.ofMinutes(95));
        assertThat(state().nextPollReason()).isEqualTo("the publisher asks for 90 minutes between two polls");

        server.on("/feed", Loopback.status(304, "Cache-Control", "max-age=315360000"));
        poll();
        assertThat(Duration.between(state().lastPolledAt(), state().nextPollAt()))
                .isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(state().alarm()).contains("every 3650 days only");
    }

    @Test
    void aFeedThatLosesItsEntriesRaisesAnAlarm() {
        serve(IntStream.range(0, 30)
                .mapToObj(i -> item("g" + i, "https://e.com/" + i, "T" + i))
                .toArray(String[]::new));
        poll();
        assertThat(state().alarm()).isNull();
        serve(item("g1", "https://e.com/1", "T1"));
        poll();
        assertThat(state().alarm()).isEqualTo("it has 1 entries only; it had 30");
        serve();
        poll();
        assertThat(state().alarm()).contains("no entries any more");
    }

    @Test
    void aListingPageIsPolledWithItsSelectors() {
        define("/news", new Selectors("a.post", null, null));
        server.on("/news", "text/html", "<a class=post href=/news/1>One</a><a class=post href=/news/2>Two</a>");
        poll();
        server.on("/news", "text/html", "<p>redesigned</p>");
        FetchResult failed = poll();

        assertThat(stored())
                .extracting(stored -> stored.link)
                .containsExactly(server.url("/news/1"), server.url("/news/2"));
        assertThat(failed.error()).contains("a.post");
        assertThat(state().articles()).isEqualTo(2);
    }

    @Test
    void aLargeFeedIsStoredWhole() {
        serve(IntStream.range(0, 1203)
                .mapToObj(i -> item("g" + i, "https://e.com/" + i, "T" + i))
                .toArray(String[]::new));

        assertThat(poll().newItems()).isEqualTo(1203);
        serve(IntStream.range(0, 1204)
                .mapToObj(i -> item("g" + i, "https://e.com/" + i, "T" + i))
                .toArray(String[]::new));
        FetchResult next = poll();
        assertThat(next.newItems()).isEqualTo(1);
        assertThat(next.changedItems()).isZero();
    }

    @Test
    void onlyDueFeedsArePolledAndOnlyOnce() {
        serve();
        assertThat(poller.runOnce(10)).isEqualTo(1);
        assertThat(poller.runOnce(10)).isZero();
    }

    @Test
    void aClaimedFeedIsNotClaimedAgainUntilReleased() {
        ClaimedFeed claim = store.claim(slug).orElseThrow();

        assertThat(store.claim(slug)).isEmpty();
        assertThat(poller.runOnce(10)).isZero();
        store.release(claim);
        assertThat(store.claim(slug)).isPresent();
        store.release(claim);
    }

    @Test
    void aPollOfAFeedThatWasChangedMeanwhileCountsForNothing() {
        ClaimedFeed claim = store.claim(slug).orElseThrow();
        define("/elsewhere", null);
        Instant now = Instant.now();

        assertThat(store.commit(List.of(new FinishedPoll(claim, new Poll.Failed(500, 0, "late", null), now, 1))))
                .containsExactly(Optional.empty());
        assertThat(state().lastError()).isNull();
        store.release(claim);
    }

    @Test
    void aPollThatCannotBeStoredBacksOffLikeAnyFailure() {
        serve(item("1", "https://e.com/1", "One"));
        ClaimedFeed claim = store.claim(slug).orElseThrow();
        // longer than its column, as nothing that the fetcher makes is
        Poll.Vouchers vouchers = new Poll.Vouchers("x".repeat(2000), null, null, null, null);
        FinishedPoll poll = new FinishedPoll(claim, new Poll.Unchanged(304, 0, vouchers), Instant.now(), 1);

        assertThat(journal.add(poll).join())
                .hasValueSatisfying(fetch -> assertThat(fetch.error()).contains("what came cannot be stored"));
        assertThat(state().consecutiveFailures()).isEqualTo(1);
        assertThat(state().nextPollAt()).isAfter(Instant.now().plusSeconds(600));
        assertThat(poll().newItems()).as("it goes on").isEqualTo(1);
    }

    @Test
    void whoAsksForAPollWaitsForTheOneUnderWay() throws Exception {
        serve(item("1", "https://e.com/1", "One"));
        ClaimedFeed underWay = store.claim(slug).orElseThrow();
        CompletableFuture<Optional<FetchResult>> asked = CompletableFuture.supplyAsync(() -> poller.pollNow(slug));
        poller.poll(underWay);

        assertThat(asked.get(20, TimeUnit.SECONDS))
                .hasValueSatisfying(fetch -> assertThat(fetch.error()).isNull());
        assertThat(stored()).hasSize(1);
        admin.pause(slug);
        assertThat(poller.pollNow(slug)).isEmpty();
        admin.resume(slug);
    }

    @Test
    void pausedAndRetiredFeedsRest() {
        serve();
        admin.pause(slug);
        assertThat(poller.runOnce(10)).isZero();
        define("/feed", null);
        assertThat(state().paused()).as("after a reload").isTrue();
        admin.resume(slug);
        assertThat(poller.runOnce(10)).isEqualTo(1);
    }

    @Test
    void aFeedThatLeavesTheFileIsRetiredAndMayReturn() {
        serve(item("1", "https://e.com/1", "One"));
        poll();
        reconciler.apply(List.of());
        assertThat(state().retired()).isTrue();
        assertThat(state().nextPollAt()).isNull();
        assertThat(stored()).hasSize(1);
        define("/feed", null);
        assertThat(state().retired()).isFalse();
        assertThat(poll().newItems()).isZero();
    }

    @Test
    void anEarlierDateIsTakenOverALaterOneIsNot() {
        String template = "<item><guid>d</guid><title>T</title><pubDate>%s</pubDate></item>";
        for (String day : Arrays.asList("18 Aug 2026", "20 Aug 2026", "17 Aug 2026")) {
            serve(String.format(template, day));
            poll();
        }

        assertThat(stored().stream().map(item -> item.publishedAt).collect(Collectors.toSet()))
                .containsExactly(Instant.parse("2026-08-17T00:00:00Z"));
    }
}
