package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person known beforehand: canonical name and other forms of it. */
public record PersonName(String name, List<String> aliases) {

    public PersonName(@JsonProperty("name") String name, @JsonProperty("aliases") @Nullable List<String> aliases) {
        this.name = name;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }
}
