package dev.labwire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How text lies in a terminal. */
class PlainLayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Andrej Karpathy, who led computer vision at Tesla and was a founding member of OpenAI, has joined the"
                        + " pre-training team of Anthropic, the company said on Tuesday.",
                "アンソロピックは火曜日、テスラでコンピュータビジョンを率い、オープンエーアイの創設メンバーでもあったアンドレイ・カルパシー氏が事前学習チームに加わったと発表した。",
                "आंद्रेज कार्पथी, जिन्होंने टेस्ला में कंप्यूटर विज़न का नेतृत्व किया और ओपनएआई के संस्थापक सदस्य थे, एंथ्रोपिक की टीम में शामिल हुए।"
            })
    void noLineIsWiderThanTheTerminal(String text) {
        String wrapped = PlainLayout.wrapped(text, "* ", "  ");

        assertThat(wrapped.lines())
                .allSatisfy(line -> assertThat(PlainLayout.width(line)).isLessThanOrEqualTo(76));
        assertThat(wrapped.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  "));
        assertThat(wrapped.replaceAll("\\s", "").substring(1)).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void anAddressStaysWhole() {
        String address = "https://news.example/" + "a-long-path-".repeat(10);

        assertThat(PlainLayout.wrapped("You find all of it here: " + address + " if you wish", "")
                        .lines())
                .anyMatch(line -> line.contains(address));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(PlainLayout.wrapped("", "  ")).isEmpty();
    }

    @Test
    void aHeadingIsUnderlinedAsWideAsItIs() {
        assertThat(PlainLayout.underline("訂正", "=")).isEqualTo("====");
    }
}
