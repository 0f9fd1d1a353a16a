package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A family of models and how its members are named.
 *
 * @param family head of the name, in its usual spelling
 * @param owner slug of the organisation that makes it
 * @param aliases other spellings of the head
 * @param tiers named variants particular to the family
 * @param loneTiers whether a tier with a version is a name without the head ("Opus 4.5")
 * @param letterVersion whether the head is a letter glued to a number ("o3")
 * @param bare what the head alone is: {@code model}, {@code product} or {@code none}
 * @param kind what it works on: text, image, video, audio, code, embedding, world, robotics, science or multimodal
 * @param separator what usually stands between head and version
 * @param tierFirstFrom from this major version on the tier stands before the version; null where order never changes
 */
public record ModelFamily(
        String family,
        String owner,
        List<String> aliases,
        List<String> tiers,
        boolean loneTiers,
        boolean letterVersion,
        String bare,
        String kind,
        String separator,
        @Nullable Integer tierFirstFrom) {

    public ModelFamily(
            @JsonProperty("family") String family,
            @JsonProperty("owner") String owner,
            @JsonProperty("aliases") @Nullable List<String> aliases,
            @JsonProperty("tiers") @Nullable List<String> tiers,
            @JsonProperty("loneTiers") boolean loneTiers,
            @JsonProperty("letterVersion") boolean letterVersion,
            @JsonProperty("bare") @Nullable String bare,
            @JsonProperty("kind") @Nullable String kind,
            @JsonProperty("separator") @Nullable String separator,
            @JsonProperty("tierFirstFrom") @Nullable Integer tierFirstFrom) {
        this.family = family;
        this.owner = owner;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.tiers = tiers == null ? List.of() : List.copyOf(tiers);
        this.loneTiers = loneTiers;
        this.letterVersion = letterVersion;
        this.bare = Objects.requireNonNullElse(bare, "none");
        this.kind = Objects.requireNonNullElse(kind, "text");
        this.separator = Objects.requireNonNullElse(separator, " ");
        this.tierFirstFrom = tierFirstFrom;
    }

    /** Whether the head alone names a model. */
    public boolean bareIsModel() {
        return bare.equals("model");
    }
}
