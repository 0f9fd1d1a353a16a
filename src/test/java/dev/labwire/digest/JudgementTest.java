package dev.labwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.ChangedEvent;
import dev.labwire.timeline.event.TimelineEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What of a change is worth telling a subscriber. */
class JudgementTest {

    private static final TimelineEvent RUMOR = joins("anthropic", Status.RUMORED, "2026-05-19");
    private static final TimelineEvent REPORT = joins("anthropic", Status.REPORTED, "2026-05-19");
    private static final TimelineEvent FACT = joins("anthropic", Status.CONFIRMED, "2026-05-19");
    private static final TimelineEvent DENIAL = joins("anthropic", Status.DENIED, "2026-05-19");
    private static final TimelineEvent ELSEWHERE = joins("xai", Status.CONFIRMED, "2026-05-19");

    private static TimelineEvent joins(@Nullable String to, Status status, @Nullable String day) {
        Move move = new Move(
                new Reference("jane-doe", "Jane Doe"),
                null,
                to == null ? null : new Reference(to, to),
                null,
                null,
                null,
                null);
        return event(Kind.JOIN, status, day, move, null);
    }

    private static TimelineEvent funding(double amount) {
        Deal deal = new Deal(List.of(new Reference("xai", "xAI")), amount, null);
        return event(Kind.FUNDING, Status.CONFIRMED, "2026-05-19", null, deal);
    }

    private static TimelineEvent event(
            Kind kind, Status status, @Nullable String day, @Nullable Move move, @Nullable Deal deal) {
        return new TimelineEvent(
                "e1",
                move == null ? EventType.DEAL : EventType.PEOPLE_MOVE,
                kind,
                status,
                0.9,
                Salience.PRIMARY,
                "headline",
                day == null ? null : OccurredOn.day(LocalDate.parse(day)),
                move,
                null,
                deal,
                List.of(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }

    private static ChangedEvent change(
            @Nullable TimelineEvent before, @Nullable TimelineEvent now, boolean passedBefore, boolean passesNow) {
        return new ChangedEvent("e1", 7, before, now, passedBefore, passesNow, null);
    }

    /** They were told of each event as it was before. */
    private static List<Entry> told(ChangedEvent... changes) {
        Map<String, TimelineEvent> known = new HashMap<>();
        for (ChangedEvent change : changes) {
            if (change.before() != null) {
                known.put(change.id(), change.before());
            }
        }
        return new Judgement(known).entries(List.of(changes));
    }

    private static List<Entry> untold(ChangedEvent... changes) {
        return new Judgement(Map.of()).entries(List.of(changes));
    }

    @Nested
    class OfAnEventThatTheyWereNotToldOf {

        @Test
        void whatIsNewIsTold() {
            assertThat(untold(change(null, RUMOR, false, true)))
                    .extracting(Entry::mark)
                    .containsExactly(Mark.NEW);
        }

        @Test
        void whatPassesTheFilterOnlyNowIsNew() {
            assertThat(untold(change(RUMOR, FACT, false, true)))
                    .extracting(Entry::mark)
                    .containsExactly(Mark.NEW);
        }

        @Test
        void whatDoesNotPassIsNotTold() {
            assertThat(untold(change(null, FACT, false, false), change(FACT, DENIAL, true, false)))
                    .isEmpty();
        }

        @Test
        void oneMoreSourceOfWhatWasThereBeforeIsNot() {
            assertThat(untold(change(FACT, FACT, true, true))).isEmpty();
        }

        @Test
        void aRumourFromBeforeTheirTimeThatCameTrueIsTold() {
            assertThat(untold(change(RUMOR, FACT, true, true)))
                    .extracting(Entry::mark, Entry::correction)
                    .containsExactly(tuple(Mark.CONFIRMED, false));
        }

        @Test
        void whatIsGoneIsNot() {
            assertThat(untold(change(FACT, null, true, false))).isEmpty();
        }
    }

    @Nested
    class OfAnEventThatTheyWereToldOf {

        @Test
        void oneMoreSourceIsNotTold() {
            assertThat(told(change(FACT, FACT, true, true))).isEmpty();
        }

        @Test
        void aReportThatIsAFactNowIsConfirmedAndNoCorrection() {
            assertThat(told(change(REPORT, FACT, true, true)))
                    .extracting(Entry::mark, Entry::correction)
                    .containsExactly(tuple(Mark.CONFIRMED, false));
        }

        @Test
        void aDenialIsACorrectionThoughItDoesNotPassTheFilter() {
            assertThat(told(change(REPORT, DENIAL, true, false)))
                    .extracting(Entry::mark, Entry::correction)
                    .containsExactly(tuple(Mark.DENIED, true));
        }

        @Test
        void anotherEmployerIsACorrection() {
            assertThat(told(change(FACT, ELSEWHERE, true, true)))
                    .extracting(Entry::mark, Entry::correction)
                    .containsExactly(tuple(Mark.CORRECTED, true));
        }

        @Test
        void anotherDayIsACorrectionAndAKnownDayIsNot() {
            TimelineEvent undated = joins("anthropic", Status.CONFIRMED, null);
            TimelineEvent later = joins("anthropic", Status.CONFIRMED, "2026-05-21");

            assertThat(told(change(FACT, later, true, true))).hasSize(1);
            assertThat(told(change(undated, FACT, true, true))).isEmpty();
        }

        @Test
        void aFactThatIsARumourAgainIsACorrection() {
            assertThat(told(change(FACT, RUMOR, true, true)))
                    .extracting(Entry::mark)
                    .containsExactly(Mark.CORRECTED);
        }

        @Test
        void aDenialThatIsTakenBackIsACorrection() {
            assertThat(told(change(DENIAL, FACT, true, true)))
                    .extracting(Entry::mark)
                    .containsExactly(Mark.CORRECTED);
        }

        @Test
        void anotherAmountIsACorrectionAndARoundedOneIsNot() {
            assertThat(told(change(funding(40e9), funding(30e9), true, true))).hasSize(1);
            assertThat(told(change(funding(40e9), funding(40.3e9), true, true))).isEmpty();
        }

        @Test
        void whatNobodyTellsOfAnyMoreIsWithdrawn() {
            assertThat(told(change(FACT, null, true, false)))
                    .extracting(Entry::mark, Entry::correction, Entry::event)
                    .containsExactly(tuple(Mark.WITHDRAWN, true, FACT));
        }

        @Test
        void whatComesBackAfterItWasGoneIsNew() {
            assertThat(told(change(null, FACT, false, true)))
                    .extracting(Entry::mark)
                    .containsExactly(Mark.NEW);
        }

        @Test
        void whatWentIntoAnotherEventIsNotWithdrawn() {
            ChangedEvent merged = new ChangedEvent("e1", 7, FACT, null, true, false, "e2");

            assertThat(told(merged, new ChangedEvent("e2", 8, FACT, FACT, true, true, null)))
                    .isEmpty();
        }

        @Test
        void whatWentIntoAnEventThatSaysOtherwiseIsCorrected() {
            ChangedEvent merged = new ChangedEvent("e1", 7, FACT, null, true, false, "e9");
            ChangedEvent survivor = new ChangedEvent("e9", 8, ELSEWHERE, ELSEWHERE, false, false, null);

            assertThat(new Judgement(Map.of("e9", FACT)).entries(List.of(merged, survivor)))
                    .extracting(Entry::mark, Entry::event)
                    .containsExactly(tuple(Mark.CORRECTED, ELSEWHERE));
        }
    }
}
