package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void aSlugIsLowerCaseAsciiWithHyphens() {
        assertThat(Slug.of("Claude Opus 4.5")).isEqualTo("claude-opus-4-5");
        assertThat(Slug.of("  François Chollet! ")).isEqualTo("francois-chollet");
    }

    @Test
    void aNameInAnotherScriptHasOneOfItsOwn() {
        assertThat(Slug.of("姚顺雨")).isEqualTo("59da-987a-96e8").isNotEqualTo(Slug.of("姚顺宇"));
    }

    @Test
    void aPatternTakesNothingOfAUserForAWildcard() {
        assertThat(LikePattern.containing("100%_!")).isEqualTo("%100!%!_!!%");
        assertThat(LikePattern.startingWith("en-")).isEqualTo("en-%");
    }
}
