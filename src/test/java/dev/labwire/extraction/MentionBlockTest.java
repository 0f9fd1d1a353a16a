package dev.labwire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionBlockTest {

    @Test
    void aMoveIsInTheBlockOfItsPerson() {
        Move move = new Move(new Reference("ilya-sutskever", "Ilya Sutskever"), null, null, null, null, null, null);
        assertThat(MentionBlock.of(mention(Kind.JOIN, move, null, null))).isEqualTo("person:ilya-sutskever");
    }

    @Test
    void aReleaseIsInTheBlockOfItsModel() {
        Release release =
                new Release(null, new ModelReference("gpt-5", "GPT-5", "GPT"), null, null, null, null, null, List.of());
        assertThat(MentionBlock.of(mention(Kind.PREVIEW, null, release, null))).isEqualTo("model:gpt-5");
    }

    @Test
    void aFundingIsInTheBlockOfWhoRaises() {
        assertThat(deal(Kind.FUNDING, "mistral", "asml")).isEqualTo("deal:funding:mistral");
    }

    @Test
    void anAcquisitionIsInTheBlockOfWhatIsBought() {
        assertThat(deal(Kind.ACQUISITION, "openai", "io")).isEqualTo("deal:acquisition:io");
        assertThat(deal(Kind.ACQUISITION, "io")).isEqualTo("deal:acquisition:io");
    }

    @Test
    void aPartnershipIsInOneBlockWhoeverIsNamedFirst() {
        assertThat(deal(Kind.PARTNERSHIP, "nvidia", "anthropic"))
                .isEqualTo(deal(Kind.PARTNERSHIP, "anthropic", "nvidia"))
                .isEqualTo("deal:partnership:anthropic+nvidia");
        assertThat(deal(Kind.COMPUTE, "oracle", "openai", "softbank")).isEqualTo("deal:compute:openai+oracle");
    }

    @Test
    void aDealWithoutPartiesHasABlockAllTheSame() {
        assertThat(deal(Kind.FUNDING)).isEqualTo("deal:funding:");
    }

    private static String deal(Kind kind, String... organizations) {
        List<Reference> parties =
                Arrays.stream(organizations).map(id -> new Reference(id, id)).toList();
        return MentionBlock.of(mention(kind, null, null, new Deal(parties, null, null)));
    }

    private static Mention mention(Kind kind, @Nullable Move move, @Nullable Release release, @Nullable Deal deal) {
        return new Mention(
                kind.type(),
                kind,
                Status.CONFIRMED,
                0.9,
                Salience.PRIMARY,
                false,
                null,
                move,
                release,
                deal,
                "quote",
                Mention.QuotePart.TEXT,
                0,
                5);
    }
}
