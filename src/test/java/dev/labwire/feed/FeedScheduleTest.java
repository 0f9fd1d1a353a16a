package dev.labwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.feed.document.PaceHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedScheduleTest {

    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-05-19T10:00:00Z");

    private final FeedSchedule schedule = new FeedSchedule(new Random(1), Duration.ofMinutes(30));

    private Duration wait(Duration set, Pace pace, Duration quiet, Wishes wishes) {
        return Duration.between(
                NOW, schedule.afterSuccess(set, pace, quiet, wishes, NOW).at());
    }

    private static Pace pace(Duration gap) {
        return new Pace(gap, gap.multipliedBy(20));
    }

    private static Wishes fresh(Duration duration) {
        return new Wishes(duration, PaceHints.NONE);
    }

    @Test
    void whatTheOwnerSetHoldsWithALittleChance() {
        assertThat(wait(Duration.ofMinutes(15), pace(Duration.ofDays(3)), null, Wishes.NONE))
                .isBetween(Duration.ofMinutes(15), Duration.ofSeconds(946));
        Set<Duration> waits = IntStream.range(0, 20)
                .mapToObj(i -> wait(Duration.ofMinutes(15), null, null, Wishes.NONE))
                .collect(Collectors.toSet());
        assertThat(waits).as("no two feeds stay in step").hasSizeGreaterThan(15);
    }

    @Test
    void withoutASettingTheFeedsOwnPaceDecides() {
        assertThat(wait(null, null, null, Wishes.NONE)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
        assertThat(wait(null, pace(Duration.ofHours(3)), null, Wishes.NONE))
                .isBetween(Duration.ofMinutes(90), Duration.ofMinutes(95));
        assertThat(wait(null, pace(Duration.ofMinutes(2)), null, Wishes.NONE))
                .as("not quicker than a third of the usual")
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(wait(null, pace(Duration.ofDays(20)), null, Wishes.NONE))
                .as("not slower than four times the usual")
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(7));
    }

    @Test
    void aShortDocumentIsReadBeforeItsEntriesAreGone() {
        Pace pace = new Pace(Duration.ofHours(2), Duration.ofMinutes(40));

        assertThat(wait(null, pace, null, Wishes.NONE)).isLessThan(Duration.ofMinutes(22));
    }

    @Test
    void aFeedThatFellSilentIsAskedLessOften() {
        assertThat(wait(null, pace(Duration.ofHours(1)), Duration.ofHours(12), Wishes.NONE))
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(7));
    }

    @Test
    void thePublishersWishIsALeastTimeForDays() {
        assertThat(wait(Duration.ofMinutes(15), null, null, fresh(Duration.ofHours(30))))
                .isBetween(Duration.ofHours(30), Duration.ofHours(32));
        assertThat(wait(Duration.ofHours(6), null, null, fresh(Duration.ofHours(1))))
                .as("a shorter wish changes nothing")
                .isGreaterThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void anAbsurdWishIsCappedAndShown() {
        Appointment next = schedule.afterSuccess(null, null, null, fresh(Duration.ofDays(3650)), NOW);

        assertThat(Duration.between(NOW, next.at())).isBetween(Duration.ofDays(2), Duration.ofDays(3));
        assertThat(next.alarm()).contains("3650 days");
    }

    @Test
    void skippedHoursAndDaysAreKept() {
        Wishes hours = new Wishes(null, new PaceHints(null, Set.of(10, 11, 12), Set.of()));
        assertThat(schedule.afterSuccess(null, null, null, hours, NOW).at())
                .isEqualTo(Instant.parse("2026-05-19T13:00:00Z"));
        Wishes days = new Wishes(null, new PaceHints(null, Set.of(), Set.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)));
        assertThat(schedule.afterSuccess(null, null, null, days, NOW).at())
                .isEqualTo(Instant.parse("2026-05-21T00:00:00Z"));
        Wishes all = new Wishes(
                null, new PaceHints(null, IntStream.range(0, 24).boxed().collect(Collectors.toSet()), Set.of()));
        Appointment anyway = schedule.afterSuccess(null, null, null, all, NOW);
        assertThat(Duration.between(NOW, anyway.at())).isLessThan(Duration.ofHours(1));
        assertThat(anyway.alarm()).contains("at any hour");
    }

    @Test
    void failuresBackOffWithoutEnd() {
        assertThat(Duration.between(
                        NOW, schedule.afterFailure(null, 1, null, NOW).at()))
                .isBetween(Duration.ofMinutes(13), Duration.ofMinutes(17));
        assertThat(Duration.between(
                        NOW, schedule.afterFailure(null, 1000, null, NOW).at()))
                .isBetween(Duration.ofHours(10), Duration.ofHours(12));
    }

    @Test
    void retryAfterIsKeptForDaysButNotForYears() {
        assertThat(Duration.between(
                        NOW,
                        schedule.afterFailure(null, 1, Duration.ofDays(3), NOW).at()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
        Appointment absurd = schedule.afterFailure(null, 1, Duration.ofDays(3650), NOW);
        assertThat(Duration.between(NOW, absurd.at())).isBetween(Duration.ofDays(14), Duration.ofDays(15));
        assertThat(absurd.alarm()).contains("3650 days");
    }
}
