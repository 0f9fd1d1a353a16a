package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.OccurredOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFinderTest {

    /** A Thursday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 5, 21);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He left on May 19, 2026. | 2026-05-19",
                "He left on 19 May 2026. | 2026-05-19",
                "He left on 2026-05-19. | 2026-05-19",
                "She said on Tuesday she had left. | 2026-05-19",
                "She said on Thursday she had left. | 2026-05-21",
                "She left yesterday. | 2026-05-20",
                "She left in March. | 2026-03",
                "She left in December. | 2025-12",
                "She left last month. | 2026-04",
                "She left two years ago. | 2024",
                "She left in 2021. | 2021",
                "NEW YORK, Dec 30 - She left. | 2025-12-30",
                "She joined in May 2024. | 2024-05",
                "She will leave on February 13. | 2027-02-13",
                "She is stepping down at the end of July. | 2026-07",
                "She left at the end of July. | 2025-07",
                "April Doe left in March. | 2026-03",
            })
    void aDateMeansWhatAReaderOfThatDayUnderstands(String sentence, String expected) {
        List<String> found = DateFinder.find(Tokenizer.tokens(sentence), PUBLISHED).stream()
                .map(DateFinder.Found::on)
                .filter(Objects::nonNull)
                .map(OccurredOn::date)
                .toList();
        assertThat(found).containsExactly(expected);
    }

    @Test
    void nextMonthLiesAhead() {
        assertThat(DateFinder.find(Tokenizer.tokens("She starts next month."), PUBLISHED))
                .allMatch(DateFinder.Found::future)
                .hasSize(1);
    }

    @Test
    void withoutADayOfPublicationJustWholeDatesMeanAnything() {
        assertThat(DateFinder.find(Tokenizer.tokens("On Tuesday, last week, in March and yesterday."), null))
                .isEmpty();
        assertThat(DateFinder.find(Tokenizer.tokens("On March 3, 2025."), null)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She may leave.",
                "They march on.",
                "It has 405 billion parameters.",
                "On February 31, 2025.",
                "A model with 2048 tokens."
            })
    void whatLooksLikeADateIsNotAlwaysOne(String sentence) {
        assertThat(DateFinder.find(Tokenizer.tokens(sentence), PUBLISHED))
                .filteredOn(found -> found.on() != null && found.on().date().length() == 10)
                .isEmpty();
    }
}
