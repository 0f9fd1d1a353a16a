package dev.labwire.timeline.merge;

import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.merged;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Namesakes, people who come back, and what went before or came instead. */
class CareersApartTest {

    private static final String WHO = "shunyu-yao";

    @Test
    void peopleOfOneNameWithOtherEmployersAreTwo() {
        List<Happening> events = merged(
                move(JOIN, WHO, "openai", "tencent").on("2025-09-12").by("a", "2025-09-12"),
                move(JOIN, WHO, "anthropic", "google-deepmind").on("2025-10-06").by("b", "2025-10-06"),
                move(LEAVE, WHO, "anthropic", null).on("2025-08-01").by("c", "2025-08-01"),
                move(JOIN, WHO, null, "openai").on("2024-08-01").by("d", "2024-08-01"));
        assertThat(events)
                .filteredOn(event -> person(event).equals(WHO))
                .extracting(Happening::headline)
                .containsExactlyInAnyOrder("Shunyu Yao joins Tencent", "Shunyu Yao joins OpenAI");
        assertThat(events)
                .filteredOn(event -> person(event).equals(WHO + "-anthropic"))
                .extracting(Happening::kind)
                .containsExactlyInAnyOrder(JOIN, LEAVE);
    }

    @Test
    void whoMovesOnSoonIsOnePerson() {
        assertThat(merged(
                        move(JOIN, WHO, "google", "openai").on("2025-03-01").by("a", "2025-03-01"),
                        move(JOIN, WHO, "openai", "meta").on("2025-06-01").by("b", "2025-06-01"),
                        move(JOIN, WHO, "google", "xai").on("2025-07-01").by("c", "2025-07-01")))
                .extracting(CareersApartTest::person)
                .containsOnly(WHO);
    }

    @Test
    void rumoursAndYearsTellNobodyApart() {
        assertThat(merged(
                        move(JOIN, WHO, "google", "openai").on("2025-03-01").by("a", "2025-03-01"),
                        move(JOIN, WHO, "meta", "xai")
                                .on("2025-04-01")
                                .by("b", "2025-04-01")
                                .as(Status.RUMORED),
                        move(JOIN, WHO, "apple", "mistral").on("2026-03-01").by("c", "2026-03-01")))
                .extracting(CareersApartTest::person)
                .containsOnly(WHO);
    }

    @Test
    void whoLeavesAndComesBackWithinWeeksJoinsTwice() {
        assertThat(merged(
                        move(JOIN, WHO, null, "openai").on("2025-03-01").by("a", "2025-03-01"),
                        move(LEAVE, WHO, "openai", null).on("2025-03-15").by("b", "2025-03-15"),
                        move(JOIN, WHO, null, "openai").on("2025-04-01").by("c", "2025-04-01")))
                .hasSize(3);
        assertThat(merged(
                        move(JOIN, WHO, null, "openai").on("2025-03-01").by("a", "2025-03-01"),
                        move(JOIN, WHO, null, "openai").on("2025-04-01").by("c", "2025-04-01")))
                .hasSize(1);
    }

    @Test
    void anArrivalNamesTheDepartureBeforeIt() {
        List<Happening> events = merged(
                move(LEAVE, WHO, "google", null).on("2025-01-10").by("a", "2025-01-10"),
                move(JOIN, WHO, "google", "openai").on("2025-06-01").by("b", "2025-06-01"),
                move(LEAVE, WHO, "meta", null).on("2024-12-01").by("c", "2024-12-01"));
        Happening arrival = of(events, JOIN);
        assertThat(arrival.predecessor()).isNotNull();
        assertThat(arrival.predecessor().article().url()).isEqualTo("https://a.example/2025-01-10");
        assertThat(of(events, LEAVE).predecessor()).isNull();
    }

    @Test
    void aRumourNamesWhatHappenedInstead() {
        List<Happening> events = merged(
                move(JOIN, WHO, null, "meta")
                        .on("2025-05-10")
                        .by("a", "2025-05-10")
                        .as(Status.RUMORED),
                move(JOIN, WHO, "google", "openai").on("2025-06-01").by("b", "2025-06-01"));
        assertThat(events).hasSize(2);
        Happening rumour = events.stream()
                .filter(event -> event.status() == Status.RUMORED)
                .findFirst()
                .orElseThrow();
        assertThat(rumour.supersededBy().article().url()).isEqualTo("https://b.example/2025-06-01");
        assertThat(merged(
                        move(JOIN, WHO, null, "meta")
                                .on("2024-05-10")
                                .by("a", "2024-05-10")
                                .as(Status.RUMORED),
                        move(JOIN, WHO, "google", "openai").on("2025-06-01").by("b", "2025-06-01")))
                .allSatisfy(event -> assertThat(event.supersededBy()).isNull());
    }

    @Test
    void theHistoryHasEachStepWithItsQuote() {
        Happening event = merged(
                        move(JOIN, WHO, null, "meta")
                                .by("a", "2025-05-10")
                                .as(Status.RUMORED)
                                .saying("in talks"),
                        move(JOIN, WHO, null, "meta")
                                .by("b", "2025-05-12")
                                .as(Status.REPORTED)
                                .saying("people say"),
                        move(JOIN, WHO, null, "meta")
                                .by("c", "2025-05-13")
                                .as(Status.REPORTED)
                                .saying("others say"),
                        move(JOIN, WHO, null, "meta")
                                .on("2025-05-20")
                                .by("d", "2025-05-20")
                                .saying("joined"),
                        move(JOIN, WHO, null, "meta")
                                .by("e", "2025-05-21")
                                .as(Status.DENIED)
                                .saying("no"))
                .get(0);
        assertThat(event.history())
                .extracting(change -> change.status() + " " + change.quote())
                .containsExactly("RUMORED in talks", "REPORTED people say", "CONFIRMED joined", "DENIED no");
        assertThat(event.status()).isEqualTo(Status.DENIED);
    }

    private static Happening of(List<Happening> events, Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst().orElseThrow();
    }

    private static String person(Happening event) {
        return event.move().person().id();
    }
}
