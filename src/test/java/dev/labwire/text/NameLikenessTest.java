package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Noam Shazeer, ノーム・シャジール",
        "Barret Zoph, バレット・ゾフ",
        "Mustafa Suleyman, Мустафа Сулейман",
        "Mustafa Suleyman, 무스타파 술레이만",
        "Soumith Chintala, सौमिथ चिंताला",
        "Mira Murati, 米拉·穆拉蒂",
        "Luke Metz, Люк Метц",
    })
    void aNameInAnotherScriptSoundsLikeItself(String latin, String other) {
        assertThat(NameLikeness.of(latin, other)).isGreaterThan(0.6);
        assertThat(NameLikeness.of("Denise Dresser", other))
                .as("likeness to somebody else")
                .isLessThan(NameLikeness.of(latin, other) - 0.1);
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        assertThat(NameLikeness.of("Yonghui Wu", "Wu Yonghui")).isEqualTo(1);
    }

    @Test
    void aSurnameAloneIsHeldAgainstTheLastPart() {
        assertThat(NameLikeness.of("Barret Zoph", "ゾフ")).isGreaterThan(NameLikeness.of("Barret Metz", "ゾフ"));
    }

    @Test
    void equalNamesAreWhollyAlikeAndOthersNot() {
        assertThat(NameLikeness.of("Jane Doe", "Jane Doe")).isEqualTo(1);
        assertThat(NameLikeness.of("Jane Doe", "Rufus Schmidt")).isLessThan(0.4);
    }
}
