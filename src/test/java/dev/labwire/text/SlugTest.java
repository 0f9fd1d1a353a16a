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
    void aNameInAnotherScriptHasNone() {
        assertThat(Slug.of("姚顺雨")).isEmpty();
    }

    @Test
    void aPatternTakesNothingOfAUserForAWildcard() {
        assertThat(LikePattern.containing("100%_!")).isEqualTo("%100!%!_!!%");
        assertThat(LikePattern.startingWith("en-")).isEqualTo("en-%");
    }
}
