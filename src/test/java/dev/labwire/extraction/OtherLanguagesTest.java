package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.LexiconCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The news in other languages than English. */
class OtherLanguagesTest {

    private static final Extractor ENGINE = new Extractor(Lexicon.shipped());
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 20);

    private static Extraction read(String title, String text) {
        return ENGINE.read(new Document(null, title, text, PUBLISHED, null, null, null));
    }

    private static List<Mention> news(Extraction extraction) {
        return extraction.mentions().stream()
                .filter(mention -> mention.salience() == Salience.PRIMARY && !mention.held())
                .toList();
    }

    private static Document seed(int number) {
        return Corpus.read("seeds.jsonl").articles().get(number).document();
    }

    private static Move move(Mention mention) {
        return Objects.requireNonNull(mention.move());
    }

    @Test
    void theArticleInHindiMixedWithEnglishTellsTheHire() {
        Extraction extraction = ENGINE.read(seed(0));

        assertThat(extraction.language()).isEqualTo("hi");
        assertThat(news(extraction)).singleElement().satisfies(hire -> {
            assertThat(hire.kind()).isEqualTo(Kind.JOIN);
            assertThat(hire.status()).isEqualTo(Status.CONFIRMED);
            assertThat(move(hire).person().id()).isEqualTo("andrej-karpathy");
            assertThat(move(hire).to()).isEqualTo(new Reference("anthropic", "Anthropic"));
            assertThat(move(hire).team()).isEqualTo("pre-training team");
            assertThat(move(hire).reportsTo()).isEqualTo(new Reference("nick-joseph", "Nick Joseph"));
            assertThat(move(hire).statement())
                    .startsWith("अगले कुछ साल LLMs की frontier")
                    .endsWith("excited हूँ।");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "andrej-karpathy, FOUND, openai, ",
        "andrej-karpathy, LEAVE, tesla, ",
        "andrej-karpathy, FOUND, eureka-labs, 2024",
        "dario-amodei, FOUND, anthropic, 2021",
        "daniela-amodei, FOUND, anthropic, 2021",
    })
    void andRecallsWhatWentBefore(String person, Kind kind, String organization, String year) {
        assertThat(ENGINE.read(seed(0)).mentions())
                .filteredOn(mention -> mention.kind() == kind)
                .filteredOn(mention -> move(mention).person().id().equals(person))
                .filteredOn(at(organization))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.salience()).isEqualTo(Salience.BACKGROUND);
                    assertThat(Optional.ofNullable(mention.occurredOn()).map(OccurredOn::date))
                            .isEqualTo(Optional.ofNullable(year));
                });
    }

    private static Predicate<Mention> at(String organization) {
        return mention -> {
            Reference to = move(mention).to();
            Reference end = to == null ? Objects.requireNonNull(move(mention).from()) : to;
            return end.id().equals(organization);
        };
    }

    @Test
    void nothingIsInventedInTheEnglishOne() {
        assertThat(ENGINE.read(seed(1)).mentions()).singleElement().satisfies(hire -> {
            assertThat(hire.kind()).isEqualTo(Kind.JOIN);
            assertThat(move(hire).reportsTo()).isNull();
            assertThat(move(hire).statement()).isNull();
            assertThat(move(hire).from()).isNull();
        });
    }

    @Test
    void onePersonHasOneIdentityInElevenLanguages() {
        List<Corpus.Labelled> told = Corpus.read("dev-multi.jsonl").articles().stream()
                .filter(article -> article.events().stream()
                        .anyMatch(event -> event.path("story").asText().equals("karpathy-joins-anthropic")))
                .toList();

        assertThat(told).hasSizeGreaterThanOrEqualTo(10);
        assertThat(told).allSatisfy(article -> assertThat(news(ENGINE.read(article.document())))
                .as(article.id())
                .anySatisfy(mention -> assertThat(move(mention).person())
                        .isEqualTo(new Reference("andrej-karpathy", "Andrej Karpathy"))));
    }

    @Test
    void aNameInBracketsIsLearnedAsThatOfTheOtherScript() {
        Extraction extraction =
                read("贝拉·克罗夫特加盟 Anthropic", "贝拉·克罗夫特（Bella Croft）5月19日宣布离开谷歌。克罗夫特表示，她将加入 Anthropic，担任首席产品官。");

        assertThat(news(extraction))
                .allSatisfy(mention -> assertThat(move(mention).person().name()).isEqualTo("Bella Croft"));
        assertThat(news(extraction)).isNotEmpty();
    }

    @Test
    void aNameThatNobodyKnowsStaysAsWrittenUnderAnIdInLatinLetters() {
        Extraction extraction = read(
                "Фёкла Бубликова перешла в Anthropic",
                "Исследовательница Фёкла Бубликова перешла в Anthropic. Об этом Бубликова сообщила 19 мая. По её словам, она будет заниматься безопасностью.");

        assertThat(news(extraction)).singleElement().satisfies(mention -> {
            assertThat(move(mention).person().name()).isEqualTo("Фёкла Бубликова");
            assertThat(move(mention).person().id()).matches("[a-z0-9-]+");
        });
    }

    @Test
    void companiesThatJoinAnAllianceDoNotMove() {
        assertThat(news(read("카카오, 'AI 얼라이언스' 합류", "카카오가 'AI 얼라이언스'에 합류했다. 네이버와 구글도 함께한다고 회사 측은 설명했다.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Der Physiker Tobias Kern hat OpenAI verlassen.
            de | OpenAI hat am Dienstag das Modell GPT-5 veröffentlicht.
            fr | Le chercheur Antoine Lefèvre a quitté OpenAI pour rejoindre Mistral AI.
            es | Carmen Robles se une a Anthropic
            es | La ingeniera Carmen Robles se incorpora a Anthropic como directora de seguridad.
            fr | Mistral AI lance un nouveau modèle ouvert, Mistral Large 3.
            zh | DeepSeek发布DeepSeek-V3.2。
            zh | Thinking Machines Lab两位联创重返OpenAI
            it | Noam Shazeer torna in Google
            pt | OpenAI lança o GPT-6 em português
            tr | OpenAI, GPT-5'i kullanıma sundu
            en | Mistral AI launches Le Chat
            en | Microsoft VibeVoice: Open-Source Frontier Voice AI
            en | Lance Armstrong-Chen: Le Chat Pro leaves beta
            en | Anthropic hires Carmen de la Cruz
            en | Die Zeit sues OpenAI
            en | GPT-5
            """)
    void aHeadlineAloneTellsItsLanguage(String language, String headline) {
        assertThat(ENGINE.read(new Document(null, headline, "", PUBLISHED, null, null, null))
                        .language())
                .isEqualTo(language);
    }

    @Test
    void nobodyLeavesWhereSomebodyElseIsHeaded() {
        String text = "OpenAI 又有人走。格雷格·布罗克曼（Greg Brockman）请辞，约翰·舒尔曼（John Schulman）则改投竞争对手Anthropic。";

        assertThat(news(read("OpenAI 人事变动", text)))
                .filteredOn(mention -> mention.kind() == Kind.LEAVE)
                .singleElement()
                .satisfies(mention -> assertThat(
                                Objects.requireNonNull(move(mention).from()).id())
                        .isEqualTo("openai"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "此前，李志明（Zhiming Li）宣布离开OpenAI。",
                "更早之前，李志明（Zhiming Li）离开了OpenAI。",
            })
    void whatOpensWithEarlierIsRecalled(String sentence) {
        assertThat(read("", "OpenAI 总裁昨天谈了计划。" + sentence).mentions())
                .singleElement()
                .satisfies(mention -> assertThat(mention.salience()).isEqualTo(Salience.BACKGROUND));
    }

    @Test
    void aPostAtANewEmployerIsNoneAtTheOldOne() {
        String text =
                "Jane Doe dirige la recherche chez Google. Elle sera la directrice technique de son nouvel employeur.";

        assertThat(news(read("", text))).noneMatch(mention -> mention.kind() == Kind.ROLE_CHANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "zh", "ja", "ko", "fr", "de", "es", "it", "pt", "ru", "tr"})
    void theShippedWordsOfALanguageHoldToTheRulesForAddedOnes(String language) throws IOException {
        String file = "words-" + language + ".yaml";
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("/lexicon/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(LexiconCheck.faults(file, text, Lexicon.shipped())).isEmpty();
        }
    }

    @Test
    void aLanguageIsAddedByFilesAlone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("words-id.yaml"), """
                functionWords: [yang, dan, di, untuk, dengan, dari, ini, pada, adalah, akan, oleh, itu, telah, sebagai]
                glosses:
                  with: [dengan]
                  from: [dari]
                  has: [telah]
                verbs:
                  join: [bergabung]
                  leave: [meninggalkan, keluar]
                titles: [kepala ilmuwan]
                """);
        Files.writeString(folder.resolve("frames-moves-id.yaml"), """
                - id: id-join
                  kind: join
                  weight: 0.92
                  patterns: ["<person> SUBJ join with NP <to>"]
                  yes: ["Jane Miller telah bergabung dengan Anthropic."]
                  no: ["Jane Miller bergabung dalam rapat."]
                """);
        LoadedLexicon loaded = LoadedLexicon.from(folder);
        Extractor engine = new Extractor(loaded.lexicon());
        Extraction extraction = engine.read(new Document(
                null,
                "Jane Miller bergabung dengan Anthropic",
                "Jane Miller telah bergabung dengan Anthropic pada hari ini. Ini adalah langkah yang penting untuk perusahaan itu dan untuk dunia yang akan datang.",
                PUBLISHED,
                null,
                null,
                null));

        assertThat(loaded.faults()).isEmpty();
        assertThat(extraction.language()).isEqualTo("id");
        assertThat(news(extraction)).singleElement().satisfies(hire -> {
            assertThat(hire.kind()).isEqualTo(Kind.JOIN);
            assertThat(move(hire).person().name()).isEqualTo("Jane Miller");
        });
    }
}
