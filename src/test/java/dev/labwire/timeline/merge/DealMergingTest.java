package dev.labwire.timeline.merge;

import static dev.labwire.timeline.merge.Told.deal;
import static dev.labwire.timeline.merge.Told.merged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Status;
import org.junit.jupiter.api.Test;

class DealMergingTest {

    @Test
    void aRoundToldWithCloseAmountsIsOne() {
        assertThat(merged(
                        deal(Kind.FUNDING, 2.0e9, "mistral").by("a", "2025-09-08"),
                        deal(Kind.FUNDING, 1.9e9, "mistral", "asml").by("b", "2025-09-09"),
                        deal(Kind.FUNDING, null, "mistral").by("c", "2025-09-10")))
                .singleElement()
                .satisfies(event -> assertThat(event.headline()).startsWith("Mistral raises $"));
    }

    @Test
    void roundsOfOtherSizesAreOthers() {
        assertThat(merged(
                        deal(Kind.FUNDING, 2.0e9, "mistral").by("a", "2025-09-08"),
                        deal(Kind.FUNDING, 1.0e9, "mistral").by("b", "2025-09-09")))
                .hasSize(2);
    }

    @Test
    void twoPartiesInCommonAreEnough() {
        assertThat(merged(
                        deal(Kind.COMPUTE, 3.0e11, "openai", "oracle").by("a", "2025-09-10"),
                        deal(Kind.COMPUTE, 5.0e11, "oracle", "openai").by("b", "2025-09-12")))
                .singleElement()
                .satisfies(event -> assertThat(event.headline()).isEqualTo("OpenAI and Oracle sign a compute deal"));
    }

    @Test
    void twoBuyersOfOneCompanyAreTwoDeals() {
        assertThat(merged(
                        deal(Kind.ACQUISITION, null, "openai", "windsurf")
                                .as(Status.RUMORED)
                                .by("a", "2025-07-01"),
                        deal(Kind.ACQUISITION, null, "cognition", "windsurf").by("b", "2025-07-14")))
                .extracting(Happening::headline)
                .containsExactly("OpenAI may acquire Windsurf", "Cognition acquires Windsurf");
    }

    @Test
    void dealsMonthsApartAreTwo() {
        assertThat(merged(
                        deal(Kind.PARTNERSHIP, null, "anthropic", "nvidia").by("a", "2025-01-01"),
                        deal(Kind.PARTNERSHIP, null, "anthropic", "nvidia").by("b", "2025-06-01")))
                .hasSize(2);
    }
}
