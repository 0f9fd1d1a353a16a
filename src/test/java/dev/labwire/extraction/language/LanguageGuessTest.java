package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The company has hired a new chief scientist for its lab, it said.",
                "de | Die Firma hat einen neuen Chef für das Labor, und er ist nicht von der Konkurrenz.",
                "fr | La société est dans une phase nouvelle pour les équipes, avec des chercheurs qui sont sur place.",
                "es | La empresa se ha quedado con los mejores para el laboratorio, y con una meta más clara.",
                "zh | 安德烈加入了一家人工智能公司并负责预训练",
                "ja | 研究者がアンソロピックに入社したと発表",
                "ko | 연구원이 회사에 합류했다",
                "hi | वह कंपनी में शामिल हुए",
                "ru | Исследователь перешёл в другую компанию",
            })
    void theTextTellsItsLanguage(String language, String text) {
        assertThat(LanguageGuess.of("", text)).isEqualTo(language);
    }

    @Test
    void aHeadlineOfNamesIsTakenForEnglish() {
        assertThat(LanguageGuess.of("Andrej Karpathy joins Anthropic", "")).isEqualTo("en");
        assertThat(LanguageGuess.of("", "")).isEqualTo("en");
    }

    @Test
    void aForeignNameDoesNotMakeAnEnglishTextForeign() {
        assertThat(LanguageGuess.of(
                        "", "Yao Shunyu (姚顺雨) has left the company, and it is said that he will join Tencent."))
                .isEqualTo("en");
    }
}
