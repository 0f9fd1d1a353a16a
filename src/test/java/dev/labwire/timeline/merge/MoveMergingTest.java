package dev.labwire.timeline.merge;

import static dev.labwire.extraction.Kind.BOARD;
import static dev.labwire.extraction.Kind.FOUND;
import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.extraction.Kind.LEAVE_OF_ABSENCE;
import static dev.labwire.extraction.Kind.RETURN;
import static dev.labwire.extraction.Kind.ROLE_CHANGE;
import static dev.labwire.timeline.merge.Told.merged;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Salience;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MoveMergingTest {

    private static final String WHO = "andrej-karpathy";

    @Test
    void oneMoveToldByFourOutletsIsOneEvent() {
        List<Happening> events = merged(
                move(JOIN, WHO, null, "anthropic").on("2026-05-19").by("verge", "2026-05-19"),
                move(JOIN, WHO, "openai", "anthropic").by("zubnet", "2026-05-21"),
                move(JOIN, WHO, null, "anthropic").on("2026-05").by("heise", "2026-05-30"),
                move(ROLE_CHANGE, WHO, "anthropic", "anthropic").by("chosun", "2026-05-20"),
                move(JOIN, WHO, "openai", "tesla")
                        .on("2017")
                        .by("verge", "2026-05-19")
                        .recalled());
        assertThat(events).hasSize(2);
        Happening news = events.stream()
                .filter(event -> event.salience() == Salience.PRIMARY)
                .findFirst()
                .orElseThrow();
        assertThat(news.tellings()).hasSize(4);
        assertThat(news.kind()).isEqualTo(JOIN);
        assertThat(news.headline()).isEqualTo("Andrej Karpathy joins Anthropic");
        assertThat(news.occurredOn()).isEqualTo(OccurredOn.day(LocalDate.parse("2026-05-19")));
        assertThat(Objects.requireNonNull(news.move()).from()).isEqualTo(Told.reference("openai"));
    }

    @Test
    void whoComesBackLaterMovesAgain() {
        List<Happening> events = merged(
                move(LEAVE, "barret-zoph", "openai", null).on("2024-09-25").by("a", "2024-09-26"),
                move(FOUND, "barret-zoph", null, "thinking-machines")
                        .on("2025-02-18")
                        .by("b", "2025-02-18"),
                move(LEAVE, "barret-zoph", "thinking-machines", null)
                        .on("2026-01-14")
                        .by("c", "2026-01-14"),
                move(RETURN, "barret-zoph", "thinking-machines", "openai").by("d", "2026-01-15"),
                move(JOIN, "barret-zoph", null, "openai").on("2026-01-14").by("e", "2026-01-16"));
        assertThat(kinds(events)).containsExactlyInAnyOrder(LEAVE, FOUND, RETURN);
    }

    @Test
    void twoEqualJoinsFarApartStayApart() {
        assertThat(merged(
                        move(JOIN, WHO, null, "openai").on("2023-02-09").by("a", "2023-02-09"),
                        move(JOIN, WHO, null, "openai").on("2023-03-27").by("b", "2023-03-27")))
                .hasSize(2);
    }

    @Test
    void aDepartureGoesIntoTheArrivalThatNamesTheSameEmployer() {
        List<Happening> events = merged(
                move(LEAVE, WHO, "openai", null).on("2026-04-25").by("a", "2026-04-25"),
                move(JOIN, WHO, "openai", "anthropic").on("2026-05-19").by("b", "2026-05-19"));
        assertThat(kinds(events)).containsExactly(JOIN);
        assertThat(events.get(0).occurredOn()).isEqualTo(OccurredOn.day(LocalDate.parse("2026-05-19")));
        assertThat(events.get(0).tellings()).hasSize(2);
    }

    @Test
    void aDepartureLongBeforeTheArrivalIsAnEventOfItsOwn() {
        assertThat(kinds(merged(
                        move(LEAVE, WHO, "openai", null).on("2026-03-01").by("a", "2026-03-01"),
                        move(JOIN, WHO, "openai", "anthropic").on("2026-05-19").by("b", "2026-05-19"))))
                .containsExactlyInAnyOrder(LEAVE, JOIN);
    }

    @Test
    void anArrivalFromNowhereTakesInTheOneDepartureNearBy() {
        List<Happening> events = merged(
                move(LEAVE, WHO, "openai", null).on("2026-05-12").by("a", "2026-05-12"),
                move(FOUND, WHO, null, "eureka-labs").on("2026-05-19").by("b", "2026-05-19"));
        assertThat(kinds(events)).containsExactly(FOUND);
        assertThat(Objects.requireNonNull(events.get(0).move()).from()).isEqualTo(Told.reference("openai"));
    }

    @Test
    void aDepartureThatFitsTwoArrivalsGoesIntoNeither() {
        assertThat(kinds(merged(
                        move(LEAVE, WHO, "openai", null).on("2026-05-12").by("a", "2026-05-12"),
                        move(JOIN, WHO, null, "anthropic").on("2026-05-19").by("b", "2026-05-19"),
                        move(FOUND, WHO, null, "eureka-labs").on("2026-05-20").by("c", "2026-05-20"))))
                .containsExactlyInAnyOrder(LEAVE, JOIN, FOUND);
    }

    @Test
    void leavingAPlaceAndComingBackWithinDaysAreTwoEvents() {
        assertThat(kinds(merged(
                        move(LEAVE, "sam-altman", "openai", null)
                                .on("2023-11-17")
                                .by("a", "2023-11-17"),
                        move(RETURN, "sam-altman", null, "openai")
                                .on("2023-11-22")
                                .by("b", "2023-11-22"))))
                .containsExactlyInAnyOrder(LEAVE, RETURN);
    }

    @Test
    void aSeatOnTheBoardIsNotAJob() {
        List<Happening> events = merged(
                move(JOIN, WHO, null, "openai").on("2026-05-19").by("a", "2026-05-19"),
                move(BOARD, WHO, null, "openai").on("2026-05-19").by("b", "2026-05-19"),
                move(BOARD, WHO, "openai", null).on("2026-05-19").by("c", "2026-05-19"),
                move(LEAVE_OF_ABSENCE, WHO, "openai", null).on("2026-05-19").by("d", "2026-05-19"));
        assertThat(events).hasSize(4);
        assertThat(events.stream().map(Happening::headline))
                .contains("Andrej Karpathy joins the board of OpenAI", "Andrej Karpathy leaves the board of OpenAI");
    }

    @Test
    void aHouseAndItsLabAreOneEmployer() {
        assertThat(merged(
                        move(JOIN, WHO, null, "google").on("2026-05-19").by("a", "2026-05-19"),
                        move(JOIN, WHO, null, "google-deepmind")
                                .on("2026-05-20")
                                .by("b", "2026-05-20")))
                .hasSize(1);
        assertThat(merged(
                        move(JOIN, WHO, null, "google").on("2026-05-19").by("a", "2026-05-19"),
                        move(JOIN, WHO, null, "meta").on("2026-05-20").by("b", "2026-05-20")))
                .hasSize(2);
    }

    @Test
    void aTitleGivenLongAfterTheArrivalIsANewRole() {
        List<Happening> events = merged(
                move(JOIN, WHO, null, "openai").on("2026-01-10").by("a", "2026-01-10"),
                move(ROLE_CHANGE, WHO, "openai", "openai")
                        .role("chief scientist")
                        .on("2026-02-20")
                        .by("b", "2026-02-20"));
        assertThat(kinds(events)).containsExactlyInAnyOrder(JOIN, ROLE_CHANGE);
        assertThat(events.stream().map(Happening::headline))
                .contains("Andrej Karpathy becomes chief scientist at OpenAI");
    }

    @Test
    void aRecalledMoveWithoutADateFindsItsEvent() {
        List<Happening> events = merged(
                move(LEAVE, WHO, "tesla", null).on("2022-07-13").by("a", "2022-07-13"),
                move(LEAVE, WHO, "tesla", null).by("b", "2026-05-20").recalled(),
                move(LEAVE, WHO, "openai", null).by("b", "2026-05-21").recalled());
        assertThat(events).hasSize(2);
        assertThat(events.stream().map(event -> event.tellings().size())).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void aRecalledMoveWithoutADateJoinsNeitherOfTwo() {
        assertThat(merged(
                        move(JOIN, WHO, null, "openai").on("2015-12-11").by("a", "2015-12-11"),
                        move(JOIN, WHO, null, "openai").on("2023-02-09").by("b", "2023-02-09"),
                        move(JOIN, WHO, null, "openai").by("c", "2026-05-20").recalled()))
                .hasSize(3);
    }

    @Test
    void anArticleCannotRecallWhatComesAfterIt() {
        assertThat(merged(
                        move(LEAVE, WHO, "openai", null).on("2024-02-13").by("a", "2024-02-13"),
                        move(LEAVE, WHO, "openai", null).by("b", "2020-01-01").recalled()))
                .hasSize(2);
    }

    @Test
    void whatIsOnlyRecalledIsBackground() {
        Happening event = merged(move(FOUND, WHO, null, "eureka-labs")
                        .on("2024")
                        .by("a", "2026-05-20")
                        .recalled())
                .get(0);
        assertThat(event.salience()).isEqualTo(Salience.BACKGROUND);
        assertThat(event.sortDay()).isEqualTo(LocalDate.parse("2024-12-31"));
    }

    @Test
    void whatIsHeldBackIsPlacedNowhere() {
        assertThat(merged(move(JOIN, WHO, null, "openai").heldBack())).isEmpty();
    }

    @Test
    void anUndatedEventSortsByTheDayOfItsFirstArticle() {
        Happening event = merged(
                        move(JOIN, WHO, null, "openai").by("a", "2026-05-22"),
                        move(JOIN, WHO, null, "openai").by("b", "2026-05-20"))
                .get(0);
        assertThat(event.occurredOn()).isNull();
        assertThat(event.sortDay()).isEqualTo(LocalDate.parse("2026-05-20"));
    }

    private static List<Kind> kinds(List<Happening> events) {
        return events.stream().map(Happening::kind).toList();
    }
}
