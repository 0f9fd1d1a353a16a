package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A benchmark by its usual name, other spellings, and the unit its scores come in. */
public record BenchmarkName(String name, List<String> aliases, String unit) {

    public BenchmarkName(
            @JsonProperty("name") String name,
            @JsonProperty("aliases") @Nullable List<String> aliases,
            @JsonProperty("unit") String unit) {
        this.name = name;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.unit = unit;
    }
}
