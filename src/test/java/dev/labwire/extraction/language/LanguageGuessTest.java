package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    private static final LanguageGuess GUESS = Lexicon.shipped().languageGuess();

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
        assertThat(GUESS.language("", text)).isEqualTo(language);
    }

    @Test
    void aHeadlineOfNamesIsTakenForEnglish() {
        assertThat(GUESS.language("Andrej Karpathy joins Anthropic", "")).isEqualTo("en");
        assertThat(GUESS.language("", "")).isEqualTo("en");
    }

    @Test
    void aForeignNameDoesNotMakeAnEnglishTextForeign() {
        assertThat(GUESS.language(
                        "", "Yao Shunyu (姚顺雨) has left the company, and it is said that he will join Tencent."))
                .isEqualTo("en");
    }

    @Test
    void borrowedEnglishNounsDoNotMakeAHindiTextEnglish() {
        String mixed = "OpenAI ने अपनी नई research team के लिए Jane Miller को chief scientist appoint किया है; "
                + "यह team reasoning models और post-training infrastructure पर focus करेगी, company ने blog post में कहा।";
        assertThat(GUESS.language("", mixed)).isEqualTo("hi");
    }

    @Test
    void aQuotedForeignSentenceDoesNotMakeAnEnglishTextForeign() {
        String english =
                "The founder of the lab said on Weibo that he will leave at the end of the month, and that the "
                        + "team is in good hands: 感谢大家这些年来的支持与陪伴，我将在月底离开公司，未来的路还很长，希望大家继续努力前行。 He was with the company for ten "
                        + "years and it is not clear who will take over from him.";
        assertThat(GUESS.language("", english)).isEqualTo("en");
    }

    @Test
    void aHeadlineWithANameInItsOwnScriptStaysEnglish() {
        assertThat(GUESS.language("Yao Shunyu (姚顺雨) joins Tencent", "")).isEqualTo("en");
    }
}
