package dev.labwire.timeline.merge;

import static dev.labwire.timeline.merge.Told.merged;
import static dev.labwire.timeline.merge.Told.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseMergingTest {

    @Test
    void eachStageOfAModelIsAnEventOfItsOwn() {
        List<Happening> events = merged(
                release(Kind.ANNOUNCE, "gpt-5").on("2025-07-20").by("a", "2025-07-20"),
                release(Kind.PREVIEW, "gpt-5").on("2025-07-30").by("b", "2025-07-30"),
                release(Kind.RELEASE, "gpt-5").on("2025-08-07").by("c", "2025-08-07"),
                release(Kind.UPDATE, "gpt-5").on("2025-08-12").by("d", "2025-08-12"),
                release(Kind.DEPRECATE, "gpt-5").on("2025-08-13").by("e", "2025-08-13"));
        assertThat(events.stream().map(Happening::headline))
                .containsExactly(
                        "OpenAI announces GPT-5",
                        "OpenAI previews GPT-5",
                        "OpenAI releases GPT-5",
                        "OpenAI updates GPT-5",
                        "OpenAI retires GPT-5");
    }

    @Test
    void aReleaseWithOpenWeightsIsOneRelease() {
        List<Happening> events = merged(
                release(Kind.RELEASE, "gpt-5").by("a", "2025-08-07"),
                release(Kind.OPEN_WEIGHTS, "gpt-5").by("b", "2025-08-08"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).headline()).isEqualTo("OpenAI opens the weights of GPT-5");
    }

    @Test
    void updatesTwoWeeksApartAreTwo() {
        assertThat(merged(
                        release(Kind.UPDATE, "gpt-5").on("2025-08-12").by("a", "2025-08-12"),
                        release(Kind.UPDATE, "gpt-5").on("2025-08-20").by("b", "2025-08-20")))
                .hasSize(1);
        assertThat(merged(
                        release(Kind.UPDATE, "gpt-5").on("2025-08-12").by("a", "2025-08-12"),
                        release(Kind.UPDATE, "gpt-5").on("2025-08-24").by("b", "2025-08-24")))
                .hasSize(2);
    }

    @Test
    void aRecalledReleaseJoinsTheNearestOfItsStage() {
        List<Happening> events = merged(
                release(Kind.RELEASE, "gpt-5").on("2025-08-07").by("a", "2025-08-07"),
                release(Kind.RELEASE, "gpt-5").by("z", "2026-01-07").recalled(),
                release(Kind.ANNOUNCE, "gpt-5").by("y", "2026-01-08").recalled());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).tellings()).hasSize(3);
        assertThat(events.get(0).kind()).isEqualTo(Kind.RELEASE);
    }

    @Test
    void recalledReleasesAloneAreOneEvent() {
        assertThat(merged(
                        release(Kind.RELEASE, "gpt-5").by("a", "2026-01-07").recalled(),
                        release(Kind.RELEASE, "gpt-5").by("b", "2026-03-07").recalled()))
                .hasSize(1);
    }
}
