package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExtractorTest {

    private static final Extractor EXTRACTOR = new Extractor(Lexicon.shipped());

    @Test
    void peopleNobodyListsAreFoundAsWell() {
        Mention mention = only(read("Zuzanna Okonkwo-Brandt joins Anthropic as head of evaluations"));
        assertThat(mention.kind()).isEqualTo(Kind.JOIN);
        assertThat(mention.move().person().name()).isEqualTo("Zuzanna Okonkwo-Brandt");
        assertThat(mention.move().to().id()).isEqualTo("anthropic");
        assertThat(mention.move().role()).isEqualTo("head of evaluations");
    }

    @Test
    void thePostThatSomebodyIsNamedToIsNoneSheHad() {
        Mention mention = only(
                read(
                        "",
                        "The former research director of Hugging Face, Jane Miller, has been named chief scientist of Mistral AI."));
        assertThat(mention.kind()).isEqualTo(Kind.JOIN);
        assertThat(mention.move().from()).isNull();
        assertThat(mention.move().to().id()).isEqualTo("mistral-ai");
    }

    @Test
    void aKoreanGivenNameGoesOnBehindItsHyphen() {
        Mention mention = only(read("Kim Min-su joins Naver from Google DeepMind"));
        assertThat(mention.move().person().name()).isEqualTo("Kim Min-su");
    }

    @Test
    void leavingOneForTheOtherIsOneMove() {
        Mention mention = only(read("Jane Miller leaves Apple for Meta"));
        assertThat(mention.kind()).isEqualTo(Kind.JOIN);
        assertThat(mention.move().from().id()).isEqualTo("apple");
        assertThat(mention.move().to().id()).isEqualTo("meta");
    }

    @Test
    void whatAnArticleMerelyRecallsIsBackground() {
        List<Mention> mentions = read(
                "Jane Miller on the future of chips",
                "Jane Miller gave a talk in Paris on Monday. Miller, who left Tesla in 2022, had joined OpenAI in 2019.");
        assertThat(mentions).isNotEmpty().allMatch(mention -> mention.salience() == Salience.BACKGROUND);
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        assertThat(primary(read("Jane Miller has not joined OpenAI"))).isEmpty();
        assertThat(primary(read("Will Jane Miller join OpenAI?"))).isEmpty();
        assertThat(primary(read("Meta tried to hire Jane Miller"))).isEmpty();
    }

    @Test
    void aRumourIsARumour() {
        assertThat(only(read("Jane Miller is in talks to join Meta")).status()).isEqualTo(Status.RUMORED);
    }

    @Test
    void theQuoteStandsInTheArticleWhereItSays() {
        String text = "Good morning.\n\n“Jane Miller” has joined Mistral AI, it said.\nBye.";
        Mention mention = only(read("News", text));
        assertThat(text.substring(mention.quoteStart(), mention.quoteEnd()))
                .isEqualTo(mention.quote())
                .contains("joined Mistral AI");
    }

    @Test
    void aRivalsScoreIsNotTheModels() {
        Mention mention = only(
                read(
                        "OpenAI releases GPT-5",
                        "GPT-5 reaches 74.9% on SWE-bench Verified, ahead of the 70.1% that Anthropic claims for Claude Opus 4.1."));
        assertThat(mention.release().benchmarks()).extracting(Benchmark::score).containsExactly(74.9);
    }

    @Test
    void pricesContextAndSizeAreKept() {
        Mention mention = only(
                read(
                        "Mistral AI releases Devstral 2",
                        "Devstral 2 has 123B parameters and a 256K context window. It costs $0.40 per million input tokens and $2.00 per million output tokens."));
        assertThat(mention.release().parameters()).isEqualTo(123_000_000_000L);
        assertThat(mention.release().contextTokens()).isEqualTo(256_000L);
        assertThat(mention.release().priceIn()).isEqualTo(0.40);
        assertThat(mention.release().priceOut()).isEqualTo(2.00);
    }

    @Test
    void aHostOfAModelIsNotItsMaker() {
        assertThat(primary(read("Claude Sonnet 4.5 is now available in GitHub Copilot")))
                .isEmpty();
    }

    @Test
    void whatTheMoverSaidIsKeptAndNotWhatOthersSaid() {
        Mention own = only(read(
                "News",
                "Jane Miller joins Anthropic. \"I have wanted to work on safety since my thesis,\" Miller said."));
        assertThat(own.move().statement()).isEqualTo("I have wanted to work on safety since my thesis");
        Mention others = only(
                read(
                        "News",
                        "Anthropic hires Jane Miller. \"We are thrilled to have her with us today,\" said Dario Amodei, its chief executive."));
        assertThat(others.move().statement()).isNull();
    }

    @Test
    void whoSaysIIsWhoIsQuotedOrTheByline() {
        Mention quoted = only(read("News", "\"I’m leaving OpenAI after six years,\" Jane Miller wrote on Friday."));
        assertThat(quoted.move().person().name()).isEqualTo("Jane Miller");
        Mention byline = only(read("A new start", "By Jane Miller. Last week I joined Mistral AI as a researcher."));
        assertThat(byline.move().person().name()).isEqualTo("Jane Miller");
        assertThat(read("A new start", "Last week I joined Mistral AI as a researcher."))
                .isEmpty();
    }

    @Test
    void aFigureThatIsSaidOfBothGoesToBoth() {
        List<Mention> both = primary(
                read(
                        "Z.ai releases GLM-9 and GLM-9-Air",
                        "GLM-9 has 300 billion total parameters with 30 billion active; GLM-9-Air has 90 billion total and 10 billion active. Both have a context window of 128K tokens."));
        assertThat(both)
                .extracting(mention -> mention.release().contextTokens())
                .containsExactly(128_000L, 128_000L);
        assertThat(both)
                .extracting(mention -> mention.release().parameters())
                .containsExactlyInAnyOrder(300_000_000_000L, 90_000_000_000L);
    }

    @Test
    void hiresWithoutNamesSayWhereTheNamedOnesComeFrom() {
        Mention mention = only(read(
                "Anysphere hires two engineers of Anthropic's coding team",
                "Jane Miller, who wrote most of the tool, becomes chief architect of Anysphere."));
        assertThat(mention.kind()).isEqualTo(Kind.JOIN);
        assertThat(mention.move().from().id()).isEqualTo("anthropic");
    }

    @Test
    void aMoveBetweenNobodiesIsHeldBack() {
        List<Mention> mentions = read("Minecart Java Is Switching From OpenGrl To Vulqan");
        assertThat(mentions).allMatch(Mention::held);
    }

    @Test
    void aThingThatIsBoughtIsNoCompany() {
        assertThat(read("A gamer buys Nvidia RTX 5090 for $80")).isEmpty();
        assertThat(primary(read("Regulators block Meta's acquisition of Manus")))
                .isEmpty();
    }

    @Test
    void otherGoodsAreNoModels() {
        assertThat(read("Hyundai unveils the Ioniq 9, its largest electric model"))
                .isEmpty();
        assertThat(read("Samsung introduces three new models: the Galaxy S25, S25+ and S25 Ultra"))
                .isEmpty();
    }

    @Test
    void theSameTextGivesTheSameMentions() {
        Document document = new Document(
                null,
                "Jane Miller joins OpenAI",
                "She left Apple on Monday.",
                LocalDate.of(2026, 5, 19),
                null,
                null,
                null);
        assertThat(EXTRACTOR.read(document)).isEqualTo(new Extractor(Lexicon.shipped()).read(document));
    }

    @Test
    void nothingGivesNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("?!", "\n\n…\n")).isEmpty();
    }

    @Test
    @Timeout(30)
    void aHugeTextIsReadInTime() {
        String text =
                "OpenAI, Google and Meta, the labs of Jane Miller, John Roe (Apple), said on Monday. ".repeat(3_000);
        assertThat(EXTRACTOR
                        .read(new Document(null, "Notes", text, null, null, null, null))
                        .language())
                .isEqualTo("en");
    }

    @Test
    @Timeout(60)
    void threadsThatBringTheFirstTextsOfALanguageTogetherReadTheSame() {
        List<Document> articles = Corpus.read("dev-multi.jsonl").articles().stream()
                .map(Corpus.Labelled::document)
                .toList();
        List<Extraction> oneByOne = articles.stream().map(EXTRACTOR::read).toList();
        Extractor fresh = new Extractor(Lexicon.shipped());
        List<Document> often =
                Stream.generate(() -> articles).limit(8).flatMap(List::stream).toList();

        List<Extraction> together = often.parallelStream().map(fresh::read).toList();

        for (int i = 0; i < often.size(); i++) {
            assertThat(together.get(i)).isEqualTo(oneByOne.get(i % articles.size()));
        }
    }

    private static List<Mention> read(String title) {
        return read(title, "");
    }

    private static List<Mention> read(String title, String text) {
        return EXTRACTOR
                .read(new Document(null, title, text, LocalDate.of(2026, 5, 20), null, null, null))
                .mentions();
    }

    private static List<Mention> primary(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention ->
                        mention.salience() == Salience.PRIMARY && mention.status() != Status.DENIED && !mention.held())
                .toList();
    }

    private static Mention only(List<Mention> mentions) {
        assertThat(primary(mentions)).hasSize(1);
        return primary(mentions).get(0);
    }
}
