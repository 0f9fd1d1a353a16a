package dev.labwire.timeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextIndexTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 19);

    @TempDir
    Path folder;

    private TextIndex index;

    @BeforeEach
    void open() throws IOException {
        index = TextIndex.open(folder.resolve("search"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OpenAI's GPT-5 is out | openai",
                "OpenAI’s GPT-5 is out | gpt-5",
                "OpenAI's GPT-5 is out | \"gpt 5\"",
                "OpenAI's GPT-5 is out | gpt-*",
                "OpenAI's GPT-5 is out | OPEN*",
                "Le départ de Zoë Müller | depart zoe muller",
                "月之暗面发布新模型 | 月之暗面",
                "月之暗面发布新模型 | 模型",
                "月之暗面发布新模型 | 新",
                "姚顺雨加入腾讯。 | 姚顺雨 腾讯",
                "カルパシー氏がアンソロピックに入社 | アンソロピック",
                "ｶﾙﾊﾟｼｰ氏が入社 | カルパシー",
                "안드레이 카파시가 앤스로픽에 합류 | 카파시",
                "करपथी एंथ्रोपिक में शामिल हुए | एंथ्रोपिक",
                "Королёв перешёл в Яндекс | королев",
                "انضم كارباثي إلى أنثروبيك | كارباثي",
                "ＯｐｅｎＡＩ　releases | openai",
                "chief scientist at xAI | \"chief scientist\"",
                "chief scientist at xAI | scientist -google",
                "the ﬁrst model | first",
            })
    void aTextIsFoundByItsWords(String text, String question) {
        put("one", text, text);
        assertThat(ids(question)).containsExactly("one");
        assertThat(TextQuery.of(question).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OpenAI's GPT-5 is out | gpt-4",
                "OpenAI's GPT-5 is out | open",
                "OpenAI's GPT-5 is out | \"5 gpt\"",
                "月之暗面发布新模型 | 暗月",
                "chief scientist at xAI | \"scientist chief\"",
                "chief scientist at xAI | scientist -xai",
                "chief scientist at xAI | -google",
                "chief scientist at xAI | %",
                "chief scientist at xAI | \"\"",
                "chief scientist at xAI | *",
            })
    void whatIsNotThereIsNotFound(String text, String question) {
        put("one", text, text);
        assertThat(ids(question)).isEmpty();
        assertThat(TextQuery.of(question).matches(text)).isFalse();
    }

    @Test
    void theHeadlineCountsMostAndOfEqualsTheNewestComesFirst() {
        index.put("old", DAY.minusDays(9), "Jane Doe joins xAI", "Jane Doe joins xAI");
        index.put("new", DAY, "Jane Doe joins xAI", "Jane Doe joins xAI");
        index.put("aside", DAY, "Mistral raises money", "Mistral raises money Jane Doe joins xAI");
        index.refresh();
        assertThat(ids("jane doe")).containsExactly("new", "old", "aside");
    }

    @Test
    void answersArePagedThroughWithoutGaps() {
        IntStream.range(0, 57)
                .forEach(number -> index.put(
                        "id" + number,
                        DAY.minusDays(number % 5),
                        "news of xAI",
                        "news of xAI " + "xAI ".repeat(number % 7)));
        index.refresh();
        List<TextIndex.Hit> all = index.search(TextQuery.of("xai"), null, 100);
        assertThat(all).hasSize(57);
        TextIndex.Hit last = null;
        int seen = 0;
        for (List<TextIndex.Hit> page = index.search(TextQuery.of("xai"), null, 10);
                !page.isEmpty();
                page = index.search(TextQuery.of("xai"), last, 10)) {
            assertThat(page).isEqualTo(all.subList(seen, seen + page.size()));
            seen += page.size();
            last = page.get(page.size() - 1);
        }
        assertThat(seen).isEqualTo(57);
    }

    @Test
    void whatWasSavedIsThereAfterAnotherStart() throws IOException {
        put("one", "Jane Doe joins xAI", "Jane Doe joins xAI");
        put("two", "John Roe joins xAI", "John Roe joins xAI");
        index.remove("two");
        index.save(Map.of("sequence", "7"));
        index.close();
        index = TextIndex.open(folder.resolve("search"));
        assertThat(index.notes()).containsEntry("sequence", "7");
        assertThat(ids("xai")).containsExactly("one");
        index.clear();
        index.refresh();
        assertThat(ids("xai")).isEmpty();
    }

    @Test
    void aLongAndOddQuestionIsAnsweredToo() {
        put("one", "Jane Doe joins xAI", "Jane Doe joins xAI");
        assertThat(ids("xai ".repeat(100))).containsExactly("one");
        assertThat(ids("\"jane doe")).containsExactly("one");
        assertThat(ids("(jane AND doe) OR +x:y^2~ \\ \u0000")).isEmpty();
    }

    private void put(String id, String headline, String text) {
        index.put(id, DAY, headline, text);
        index.refresh();
    }

    private List<String> ids(String question) {
        return index.search(TextQuery.of(question), null, 50).stream()
                .map(TextIndex.Hit::id)
                .toList();
    }
}
