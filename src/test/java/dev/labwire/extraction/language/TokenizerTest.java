package dev.labwire.extraction.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void aHyphenStandsAloneAndADotInsideAWordDoesNot() {
        assertThat(written("GPT-4o beats Z.ai's Qwen2.5-Max."))
                .containsExactly("GPT", "-", "4o", "beats", "Z.ai", "'s", "Qwen2.5", "-", "Max", ".");
    }

    @Test
    void figuresKeepTheirCommasAndMoneyItsSign() {
        assertThat(written("$1,000.50 for 128,000 tokens, or 5%"))
                .containsExactly("$", "1,000.50", "for", "128,000", "tokens", ",", "or", "5", "%");
    }

    @Test
    void anApostropheInsideANameIsPartOfItAndAPossessiveIsNot() {
        assertThat(written("O’Brien’s lab and d'Angelo's"))
                .containsExactly("O’Brien", "’s", "lab", "and", "d'Angelo", "'s");
    }

    @Test
    void aShortenedVerbIsAWordOfItsOwn() {
        assertThat(written("I’m off, we've left; they'll say he'd 've"))
                .containsExactly(
                        "I", "’m", "off", ",", "we", "'ve", "left", ";", "they", "'ll", "say", "he", "'d", "'", "ve");
    }

    @Test
    void aStartUpIsOneWord() {
        List<Token> tokens = Tokenizer.tokens("the start-up and start-ups");
        assertThat(tokens).extracting(Token::norm).containsExactly("the", "startup", "and", "startups");
    }

    @Test
    void everyTokenKnowsItsPlace() {
        String text = "  Jane Doe\u00a0joined  OpenAI…";
        assertThat(Tokenizer.tokens(text)).allSatisfy(token -> assertThat(text.substring(token.start(), token.end()))
                .isEqualTo(token.text()));
    }

    @Test
    void scriptsWithoutSpacesGiveATokenACharacter() {
        assertThat(written("发布GPT")).containsExactly("发", "布", "GPT");
    }

    @Test
    void anEmptyTextHasNoTokens() {
        assertThat(Tokenizer.tokens("")).isEmpty();
        assertThat(Tokenizer.tokens(" \n\t\u200b ")).isEmpty();
    }

    private static List<String> written(String text) {
        return Tokenizer.tokens(text).stream().map(Token::text).toList();
    }
}
