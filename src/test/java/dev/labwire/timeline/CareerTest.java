package dev.labwire.timeline;

import static dev.labwire.extraction.Kind.BOARD;
import static dev.labwire.extraction.Kind.FOUND;
import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.extraction.Kind.LEAVE_OF_ABSENCE;
import static dev.labwire.extraction.Kind.RETURN;
import static dev.labwire.extraction.Kind.ROLE_CHANGE;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Status;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Told;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Positions, gaps and overlaps of a career, out of its events. */
class CareerTest {

    @Test
    void aMoveEndsOnePositionAndBeginsAnother() {
        Career career = career(
                move(JOIN, "jane-doe", null, "google").on("2020-03-01").role("researcher"),
                move(JOIN, "jane-doe", "google", "openai").on("2023-05-01"));
        assertThat(lines(career))
                .containsExactly("google 2020-03-01..2023-05-01 researcher", "openai 2023-05-01..null null");
        assertThat(career.gaps()).isEmpty();
        assertThat(career.overlaps()).isEmpty();
    }

    @Test
    void whoComesFromSomewhereWasThere() {
        assertThat(lines(career(move(JOIN, "jane-doe", "meta", "openai").on("2023-05-01"))))
                .containsExactly("meta null..2023-05-01 null", "openai 2023-05-01..null null");
    }

    @Test
    void anEndThatNobodyToldIsAssumed() {
        Career career = career(
                move(JOIN, "jane-doe", null, "google").on("2020-03-01"),
                move(JOIN, "jane-doe", null, "openai").on("2023-05-01"));
        assertThat(career.positions().get(0).endAssumed()).isTrue();
        assertThat(career.overlaps()).isEmpty();
        assertThat(career.gaps()).isEmpty();
    }

    @Test
    void aTimeBetweenTwoPositionsIsAGap() {
        Career career = career(
                move(JOIN, "jane-doe", null, "google").on("2020-03-01"),
                move(LEAVE, "jane-doe", "google", null).on("2021-03-01"),
                move(JOIN, "jane-doe", null, "openai").on("2022-03-01"));
        assertThat(career.gaps()).singleElement().satisfies(gap -> assertThat(gap.days())
                .isEqualTo(365));
    }

    @Test
    void twoEmployersAtOnceAreAnOverlap() {
        Career career = career(
                move(JOIN, "jane-doe", null, "google").on("2020-03-01"),
                move(FOUND, "jane-doe", null, "thinking-machines").on("2021-01-01"),
                move(LEAVE, "jane-doe", "google", null).on("2022-01-01"));
        assertThat(career.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.one().id()).isEqualTo("google");
            assertThat(overlap.other().id()).isEqualTo("thinking-machines");
            assertThat(overlap.days()).isEqualTo(365);
        });
    }

    @Test
    void whoReturnsHasTwoTimesThere() {
        Career career = career(
                move(JOIN, "jane-doe", null, "openai").on("2016-01-01"),
                move(JOIN, "jane-doe", "openai", "meta").on("2019-01-01"),
                move(RETURN, "jane-doe", "meta", "openai").on("2020-01-01"));
        assertThat(lines(career))
                .containsExactly(
                        "openai 2016-01-01..2019-01-01 null",
                        "meta 2019-01-01..2020-01-01 null",
                        "openai 2020-01-01..null null");
    }

    @Test
    void aPromotionChangesTheRoleOfThePositionAndALeaveOfAbsenceEndsNothing() {
        assertThat(lines(career(
                        move(JOIN, "jane-doe", null, "openai").on("2016-01-01").role("engineer"),
                        move(LEAVE_OF_ABSENCE, "jane-doe", "openai", null).on("2017-01-01"),
                        move(ROLE_CHANGE, "jane-doe", "openai", "openai")
                                .on("2018-01-01")
                                .role("head of engineering"))))
                .containsExactly("openai 2016-01-01..null head of engineering");
    }

    @Test
    void aSeatOnABoardIsNoJob() {
        Career career = career(
                move(JOIN, "jane-doe", null, "google").on("2020-03-01"),
                move(BOARD, "jane-doe", null, "openai").on("2021-01-01"),
                move(BOARD, "jane-doe", "openai", null).on("2023-01-01"),
                move(LEAVE, "jane-doe", "google", null).on("2024-01-01"));
        assertThat(career.overlaps()).isEmpty();
        assertThat(career.positions())
                .filteredOn(Career.Position::board)
                .singleElement()
                .satisfies(seat -> assertThat(seat.until()).isEqualTo("2023-01-01"));
    }

    @Test
    void rumoursAndDenialsMakeNoCareer() {
        assertThat(career(
                                move(JOIN, "jane-doe", null, "meta")
                                        .on("2020-03-01")
                                        .as(Status.RUMORED),
                                move(LEAVE, "jane-doe", "google", null)
                                        .on("2020-03-01")
                                        .as(Status.DENIED))
                        .positions())
                .isEmpty();
        assertThat(career().positions()).isEmpty();
    }

    private static List<String> lines(Career career) {
        return career.positions().stream()
                .map(position -> position.organization().id() + " " + position.from() + ".." + position.until() + " "
                        + position.role())
                .toList();
    }

    private static Career career(Told... told) {
        return Career.of(
                Arrays.stream(told)
                        .flatMap(one -> Told.merged(one).stream())
                        .map(happening -> TimelineEvent.of(happening, "id", null, null))
                        .toList(),
                Told.KIN);
    }
}
