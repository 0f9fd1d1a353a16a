package dev.labwire.extraction.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.labwire.extraction.language.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNamesTest {

    private static final ModelNames MODELS = new ModelNames(Lexicon.shipped().families());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GPT-4o mini | gpt-4o-mini | openai",
                "gpt-4o-mini | gpt-4o-mini | openai",
                "GPT-5.1 | gpt-5-1 | openai",
                "o3-mini | o3-mini | openai",
                "Claude 3.5 Sonnet | claude-3-5-sonnet | anthropic",
                "Claude Opus 4.5 | claude-opus-4-5 | anthropic",
                "claude-opus-4-5-20251101 | claude-opus-4-5 | anthropic",
                "Claude 4 Opus | claude-opus-4 | anthropic",
                "Opus 4.5 | claude-opus-4-5 | anthropic",
                "Gemini 2.5 Pro | gemini-2-5-pro | google",
                "Llama 3.1 405B | llama-3-1-405b | meta",
                "Qwen2.5-Max | qwen-2-5-max | alibaba",
                "Mistral Small 3.1 | mistral-small-3-1 | mistral-ai",
                "DeepSeek-V3-0324 | deepseek-v3-0324 | deepseek",
                "Kimi K2 Thinking | kimi-k2-thinking | moonshot-ai",
                "Grok 4 Heavy | grok-4-heavy | xai",
            })
    void aNameHasOneIdHoweverItIsWritten(String written, String id, String owner) {
        assertThat(MODELS.named(written)).hasValueSatisfying(model -> {
            assertThat(model.reference().id()).isEqualTo(id);
            assertThat(model.owner()).isEqualTo(owner);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claude Pro", "Claude", "Grok", "Gemini"})
    void aPlanOrAProductIsNoModel(String written) {
        assertThat(MODELS.at(Tokenizer.tokens(written), 0)
                        .filter(hit -> !hit.value().bare()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt", "o", "R", "opus", "The", "o365", "Sonnet"})
    void aWordIsNoModel(String written) {
        assertThat(MODELS.at(Tokenizer.tokens(written), 0)).isEmpty();
    }

    @Test
    void aStageIsToldApartFromTheName() {
        assertThat(MODELS.named("Gemini 2.5 Pro Experimental")).hasValueSatisfying(model -> {
            assertThat(model.reference().id()).isEqualTo("gemini-2-5-pro");
            assertThat(model.stage()).isEqualTo("experimental");
        });
    }

    @Test
    void aFigureOfSomethingElseIsNoPartOfTheName() {
        assertThat(MODELS.at(Tokenizer.tokens("GPT-5 20 percent cheaper"), 0))
                .hasValueSatisfying(
                        hit -> assertThat(hit.value().reference().name()).isEqualTo("GPT-5"));
    }
}
