package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedHealthTest {

    private static final Instant NOW = Instant.parse("2026-05-19T10:00:00Z");

    private static Feed feed(Duration rhythm, Duration quiet) {
        Feed feed = new Feed();
        feed.lastPolledAt = NOW;
        feed.gapSeconds = rhythm == null ? null : rhythm.toSeconds();
        feed.lastNewAt = NOW.minus(quiet);
        return feed;
    }

    @Test
    void aFeedThatIsQuietForTimesItsRhythmIsLookedAt() {
        Feed feed = feed(Duration.ofDays(1), Duration.ofDays(6));

        assertThat(FeedHealth.silence(feed, NOW))
                .isEqualTo("answers, but has been quiet for 6 days, 6 times its rhythm of 24 hours");
        assertThat(FeedHealth.of(feed, List.of(), NOW).quietTimes()).isEqualTo(6.0);
    }

    @Test
    void aFeedWithinItsRhythmIsNot() {
        assertThat(FeedHealth.silence(feed(Duration.ofDays(7), Duration.ofDays(20)), NOW))
                .isNull();
        assertThat(FeedHealth.silence(feed(Duration.ofMinutes(5), Duration.ofHours(9)), NOW))
                .as("a night or a weekend is no alarm")
                .isNull();
        assertThat(FeedHealth.silence(feed(null, Duration.ofDays(3)), NOW)).isNull();
    }

    @Test
    void aFeedWithoutDatesIsLookedAtAfterAMonth() {
        assertThat(FeedHealth.silence(feed(null, Duration.ofDays(40)), NOW))
                .isEqualTo("answers, but has brought nothing new for 40 days");
    }

    @Test
    void aFeedThatFailsIsSaidToFailAndNotToBeQuiet() {
        Feed feed = feed(Duration.ofDays(1), Duration.ofDays(30));
        feed.consecutiveFailures = 4;
        feed.lastError = "nobody there";

        assertThat(FeedHealth.of(feed, List.of(), NOW).warnings())
                .containsExactly("failed 4 times in a row: nobody there");
    }

    @Test
    void daysAreSummedUp() {
        LocalDate day = LocalDate.of(2026, 5, 19);
        FeedHealth health = FeedHealth.of(
                feed(null, Duration.ofDays(1)),
                List.of(
                        new FeedHealth.Part(day, 304, "unchanged", 3, 0, 0, 30, 9),
                        new FeedHealth.Part(day, 200, "read", 1, 4, 1000, 50, 3),
                        new FeedHealth.Part(day.minusDays(1), null, "failed", 2, 0, 0, 20, 0)),
                NOW);

        assertThat(health.polls()).isEqualTo(6);
        assertThat(health.unchangedShare()).isEqualTo(0.75);
        assertThat(health.averageLateMillis()).isEqualTo(2);
        assertThat(health.newPerDay()).isEqualTo(2.0);
        assertThat(health.statuses()).containsEntry("none", 2L);
        assertThat(health.days())
                .containsExactly(
                        new FeedHealth.Day(day, 4, 3, 0, 4, 1000), new FeedHealth.Day(day.minusDays(1), 2, 0, 2, 0, 0));
    }
}
