package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts of other languages are brought into the engine's words. */
class IdiomTest {

    private static final Lexicon LEXICON = Lexicon.shipped();
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 20);

    private static List<String> norms(String language, String text) {
        return LEXICON.in(language).idiom().tokens(text).stream()
                .map(Token::norm)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | 24 milliards | 24000000000
            fr | 25,4 | 25.4
            es | 256.000 | 256000
            es | 14.000 millones | 14000000000
            de | 1,5 Milliarden | 1500000000
            ru | 8 млрд | 8000000000
            hi | 24 अरब | 24000000000
            hi | 3 करोड़ | 30000000
            zh | 1万亿 | 1000000000000
            ja | 12万8000 | 128000
            ja | 1億3500万 | 135000000
            ko | 140억 | 14000000000
            fr | 200 000 | 200000
            """)
    void aFigureHasOneSpelling(String language, String written, String figure) {
        assertThat(norms(language, written)).containsExactly(figure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh | 2025年5月19日 | 2025-05-19
            zh | 五月十九日 | 2026-05-19
            zh | 2023年 | 2023
            ja | 11月19日 | 2025-11-19
            ko | 15일 | 2026-05-15
            ko | 25일 | 2026-04-25
            hi | 19 मई | 2026-05-19
            fr | 1er juin 2025 | 2025-06-01
            de | 19. Mai | 2026-05-19
            es | 19 de mayo | 2026-05-19
            pt | terça-feira (19) | 2026-05-19
            ru | 19 мая | 2026-05-19
            it | ieri | 2026-05-19
            tr | geçen yıl | 2025
            """)
    void aDateIsUnderstood(String language, String written, String day) {
        List<Token> tokens = LEXICON.in(language).idiom().tokens(written + " …");

        assertThat(DateFinder.find(tokens, PUBLISHED)).isNotEmpty().allSatisfy(found -> assertThat(
                        Objects.requireNonNull(found.on()).date())
                .isEqualTo(day));
    }

    @Test
    void articlesArePartedFromNames() {
        assertThat(norms("fr", "l’équipe d'OpenAI")).containsExactly("the", "team", "of", "openai");
        assertThat(norms("tr", "Meta'dan Anthropic’e")).containsExactly("meta", "from", "anthropic", "to");
    }

    @Test
    void traditionalCharactersMeanTheSimplifiedOnes() {
        assertThat(norms("zh", "離職")).isEqualTo(norms("zh", "离职"));
    }

    @Test
    void spellingsOfDevanagariAreOne() {
        assertThat(norms("hi", "ज़करबर्ग")).isEqualTo(norms("hi", "जकरबर्ग"));
        assertThat(norms("hi", "एन्थ्रॉपिक")).isEqualTo(norms("hi", "एन्थ्रोपिक"));
    }

    @Test
    void aTokenStaysWhereItWasWritten() {
        String text = "OpenAI对外发布了新模型，参数为1万亿。";
        List<Token> tokens = LEXICON.in("zh").idiom().tokens(text);

        assertThat(tokens).allSatisfy(token -> assertThat(text.substring(token.start(), token.end()))
                .isEqualTo(token.text()));
        assertThat(String.join("", tokens.stream().map(Token::text).toList())).isEqualTo(text);
    }

    @Test
    void aSyllableInsideAKoreanWordIsNoWord() {
        assertThat(norms("ko", "사전 연구원")).doesNotContain("former", "won");
        assertThat(norms("ko", "전 대표")).contains("former");
    }
}
