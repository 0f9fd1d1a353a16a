package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceReaderTest {

    @Test
    void abbreviationsAndInitialsDoNotEndASentence() {
        List<Sentence> sentences = SentenceReader.sentences(
                "", "Dr. J. Doe of Acme Inc. left the U.S. company in Jan. 2025. She is now in Paris.");
        assertThat(sentences)
                .extracting(Sentence::quote)
                .containsExactly("Dr. J. Doe of Acme Inc. left the U.S. company in Jan. 2025.", "She is now in Paris.");
    }

    @Test
    void theZoneSaysWhereASentenceStands() {
        List<Sentence> sentences = SentenceReader.sentences(
                "A title", "First. Second. Third.\n- an item\n1. another\nRelated articles\nJane Doe joins OpenAI");
        assertThat(sentences)
                .extracting(Sentence::zone)
                .containsExactly(
                        Zone.TITLE,
                        Zone.LEAD,
                        Zone.LEAD,
                        Zone.BODY,
                        Zone.LIST,
                        Zone.LIST,
                        Zone.BOILERPLATE,
                        Zone.BOILERPLATE);
    }

    @Test
    void whatStandsAboveTheTextDoesNotUseUpTheLead() {
        List<Sentence> sentences =
                SentenceReader.sentences("A title", "A title\nBy Jane Doe\n18 July 2024\nFirst. Second. Third.");
        assertThat(sentences)
                .extracting(Sentence::zone)
                .containsExactly(Zone.TITLE, Zone.LEAD, Zone.LEAD, Zone.LEAD, Zone.LEAD, Zone.LEAD, Zone.BODY);
    }

    @Test
    void aBulletIsNoPartOfItsItem() {
        assertThat(SentenceReader.sentences("", "* Jane Doe: OpenAI > Mistral"))
                .extracting(Sentence::quote)
                .containsExactly("Jane Doe: OpenAI > Mistral");
    }

    @Test
    void aQuotationMarkBehindTheStopBelongsToTheSentence() {
        assertThat(SentenceReader.sentences("", "“I am leaving.” That was all."))
                .extracting(Sentence::quote)
                .containsExactly("“I am leaving.”", "That was all.");
    }

    @Test
    void textWithoutAnEndIsStillCutIntoPieces() {
        assertThat(SentenceReader.sentences("", "word ".repeat(5_000))).hasSizeGreaterThan(20);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(SentenceReader.sentences("", "\n\n  \n")).isEmpty();
    }
}
