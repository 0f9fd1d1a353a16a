package dev.labwire.timeline.merge;

import static dev.labwire.extraction.Kind.FOUND;
import static dev.labwire.extraction.Kind.JOIN;
import static dev.labwire.extraction.Kind.LEAVE;
import static dev.labwire.timeline.merge.Told.merged;
import static dev.labwire.timeline.merge.Told.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventFieldsTest {

    private static final Told JOINS = move(JOIN, "jane-doe", null, "openai");

    @Test
    void aRumourAloneStaysOne() {
        Happening event = merged(JOINS.as(Status.RUMORED).by("a", "2026-05-01")).get(0);
        assertThat(event.status()).isEqualTo(Status.RUMORED);
        assertThat(event.headline()).isEqualTo("Jane Doe may join OpenAI");
    }

    @Test
    void theSurestTellingDecides() {
        Happening reported = merged(
                        JOINS.as(Status.RUMORED).by("a", "2026-05-01"),
                        JOINS.as(Status.REPORTED).by("b", "2026-05-02"))
                .get(0);
        assertThat(reported.headline()).isEqualTo("Jane Doe reportedly joins OpenAI");
        assertThat(merged(
                                JOINS.as(Status.CONFIRMED).by("a", "2026-05-01"),
                                JOINS.as(Status.RUMORED).by("b", "2026-05-02"))
                        .get(0)
                        .status())
                .isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aDenialStandsUntilSomebodyConfirms() {
        Told denial = move(LEAVE, "jane-doe", "openai", null).as(Status.DENIED).by("b", "2026-05-03");
        Told rumour = move(LEAVE, "jane-doe", "openai", null).as(Status.RUMORED).by("a", "2026-05-01");
        Told news = move(LEAVE, "jane-doe", "openai", null).by("c", "2026-05-05");
        assertThat(merged(rumour, denial)).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(Status.DENIED);
            assertThat(event.headline()).isEqualTo("Denied: Jane Doe leaves OpenAI");
        });
        assertThat(merged(rumour, denial, news))
                .singleElement()
                .extracting(Happening::status)
                .isEqualTo(Status.CONFIRMED);
    }

    @Test
    void whatThePartyItselfWritesOutweighsOthers() {
        Happening event = merged(
                        JOINS.role("engineer").by("a", "2026-05-01"),
                        JOINS.role("engineer").by("b", "2026-05-01"),
                        JOINS.role("VP of Research").by("own", "2026-05-02").ownSource("openai"))
                .get(0);
        assertThat(Objects.requireNonNull(event.move()).role()).isEqualTo("VP of Research");
    }

    @Test
    void independentVoicesAddUpAndEchoesDoNot() {
        Told one = JOINS.sure(0.8).saying("Jane Doe joins OpenAI.");
        assertThat(merged(one.by("a", "2026-05-01")).get(0).confidence()).isEqualTo(0.8);
        assertThat(merged(
                                one.by("a", "2026-05-01"),
                                one.saying("jane doe joins OpenAI").by("b", "2026-05-01"))
                        .get(0)
                        .confidence())
                .isEqualTo(0.8);
        assertThat(merged(
                                one.by("a", "2026-05-01"),
                                one.saying("OpenAI hires Doe").by("b", "2026-05-01"))
                        .get(0)
                        .confidence())
                .isEqualTo(0.96);
        assertThat(merged(
                                one.sure(0.99).by("a", "2026-05-01"),
                                one.sure(0.99).saying("OpenAI hires Doe").by("b", "2026-05-01"))
                        .get(0)
                        .confidence())
                .isEqualTo(0.99);
    }

    @Test
    void theMostExactDateIsTheEvents() {
        Happening event = merged(
                        JOINS.on("by 2026-05-20").by("a", "2026-05-20"),
                        JOINS.on("2026-05").by("b", "2026-05-21"),
                        JOINS.on("2026-05-18").by("c", "2026-05-22"))
                .get(0);
        assertThat(event.occurredOn()).isEqualTo(OccurredOn.day(LocalDate.parse("2026-05-18")));
    }

    @Test
    void sourcesAreShownWithThePrimaryOnesFirst() {
        Happening event = merged(
                        JOINS.on("2026-05-18").by("a", "2026-05-22"),
                        JOINS.on("2026-05-18").by("b", "2026-05-20"),
                        JOINS.on("2026-05-18").by("c", "2026-05-19").recalled())
                .get(0);
        assertThat(event.tellings().stream().map(telling -> telling.article().voice()))
                .containsExactly("b.example", "a.example", "c.example");
    }

    @Test
    void amountsAreShortInHeadlines() {
        assertThat(merged(Told.deal(Kind.FUNDING, 1.5e9, "mistral")).get(0).headline())
                .isEqualTo("Mistral raises $1.5B");
        assertThat(merged(Told.deal(Kind.FUNDING, 300e6, "mistral")).get(0).headline())
                .isEqualTo("Mistral raises $300M");
        assertThat(merged(Told.deal(Kind.FUNDING, 750e3, "mistral")).get(0).headline())
                .isEqualTo("Mistral raises $750K");
        assertThat(merged(Told.deal(Kind.FUNDING, null, "mistral")).get(0).headline())
                .isEqualTo("Mistral raises funding");
    }

    @Test
    void aFoundersFirstDayIsAFounding() {
        assertThat(merged(
                        move(FOUND, "jane-doe", null, "ndea").by("a", "2026-05-01"),
                        move(JOIN, "jane-doe", null, "ndea").by("b", "2026-05-02")))
                .singleElement()
                .extracting(Happening::headline)
                .isEqualTo("Jane Doe founds Ndea");
    }
}
