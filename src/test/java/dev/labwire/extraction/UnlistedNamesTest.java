package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Companies, people and models that no data file names, or that a data file names for something else as well. */
class UnlistedNamesTest {

    private static final Extractor ENGINE = new Extractor(Lexicon.shipped());

    private static List<Mention> told(String text) {
        return ENGINE.read(new Document(null, "", text, LocalDate.of(2026, 5, 20), null, null, null))
                .mentions();
    }

    private static Move move(String text) {
        assertThat(told(text)).as(text).singleElement().satisfies(mention -> assertThat(mention.move())
                .isNotNull());
        return Objects.requireNonNull(told(text).get(0).move());
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Das Heidelberger KI-Start-up Fluxmind holt Jane Doe von Google. | google | fluxmind
            Vitalis AI, OpenAI'dan Ayşe Yılmaz'ı işe aldı. | openai | vitalis-ai
            具身智能公司“灵境动力”宣布，前谷歌研究员李志明加盟，担任首席科学家。 | google | ling-jingdongli
            Maria Silva deixa a Verbaliza. | verbaliza |
            AI 스타트업 코그니토랩스가 구글 출신 이지은 박사를 영입했다. | google | kogeunitolaebseu
            페블AI는 구글 출신 이지은을 영입했다. 페블AI는 서울에 있다. | google | pebeulai
            La start-up parisienne Gradium recrute Jane Doe, de Google. | google | gradium
            """)
    void aCompanyIsOneByWhatStandsBesideIt(String text, String from, @Nullable String to) {
        assertThat(id(move(text).from())).isEqualTo(from);
        assertThat(id(move(text).to())).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria Silva deixa Lisboa.",
                "Jane Doe verlässt München.",
                "Jane Doe verlässt die Sitzung.",
                "李志明离开上海。",
                "Anna Costa lascia Torino."
            })
    void aPlaceIsNone(String text) {
        assertThat(told(text)).isEmpty();
    }

    @Test
    void betweenUnknownCompaniesNewsIsWhatIsAboutTheField() {
        assertThat(told("A Verbaliza contrata Maria Silva como diretora de IA."))
                .singleElement()
                .satisfies(mention -> assertThat(mention.held()).isFalse());
        assertThat(told("A Verbaliza contrata Maria Silva como diretora de produto."))
                .singleElement()
                .satisfies(mention -> assertThat(mention.held()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Сбер назначил Ирину Беляеву директором по ИИ. | Ирину Беляеву
            Hélène Durand rejoint Meta. | Hélène Durand
            김도현 전 네이버 리더가 카카오로 복귀했다. | 김도현
            오태경씨가 OpenAI에 합류했다. | 오태경
            도현우 네오브릭스 최고기술책임자가 OpenAI에 합류했다. | 도현우
            Yanic Beaucourd est revenu chez Meta. « C'est chez moi », dit Yanic Beaucourd. | Yanic Beaucourd
            李明已离开OpenAI，加入Anthropic。 | 李明
            """)
    void aPersonIsOneByShapeAndPlace(String text, String person) {
        assertThat(move(text).person().name()).isEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Doe joins DeepSeek as chief scientist. | | deepseek
            Jane Doe has left DeepSeek. | deepseek |
            Jane Doe left Google to join MiniMax. | google | minimax
            李志明离开百度，加入DeepSeek担任首席科学家。 | baidu | deepseek
            """)
    void aFamilysNameAloneIsItsCompanys(String text, @Nullable String from, @Nullable String to) {
        assertThat(id(move(text).from())).isEqualTo(from);
        assertThat(id(move(text).to())).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DeepSeek released V3.2. | DeepSeek-V3.2
            DeepSeek发布V3.2。 | DeepSeek-V3.2
            DeepSeek released its R2 model today. | DeepSeek-R2
            """)
    void aVersionAloneIsTheModelOfTheCompanySpokenOf(String text, String model) {
        assertThat(told(text)).singleElement().satisfies(mention -> assertThat(
                        Objects.requireNonNull(mention.release()).model().name())
                .isEqualTo(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OpenAI nimmt GPT-4 vom Netz.",
                "A OpenAI retira o GPT-4 da API.",
                "OpenAI retira GPT-4 de la API.",
                "OpenAI débranche GPT-4 de son API."
            })
    void aPrepositionBehindAVersionIsNoUnit(String text) {
        assertThat(told(text)).singleElement().satisfies(mention -> {
            assertThat(mention.kind()).isEqualTo(Kind.DEPRECATE);
            assertThat(Objects.requireNonNull(mention.release()).model().name()).isEqualTo("GPT-4");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Doe left Google and has joined OpenAI.
            Jane Doe resigned from Google and will join OpenAI.
            Jane Doe a quitté Google pour rejoindre OpenAI.
            Jane Doe quitte Google et rejoint OpenAI.
            Иван Петров ушёл из Google и присоединился к OpenAI.
            李明从谷歌离职，加入OpenAI。
            """)
    void leavingOneForAnotherIsOneMove(String text) {
        assertThat(id(move(text).from())).isEqualTo("google");
        assertThat(id(move(text).to())).isEqualTo("openai");
        assertThat(told(text).get(0).salience()).isEqualTo(Salience.PRIMARY);
    }
}
