package dev.labwire.extraction.lexicon;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.labwire.extraction.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation the engine knows.
 *
 * @param id its slug
 * @param kind lab, company, startup, university, institute, government, investor, publisher or nonprofit
 * @param aliases other ways the news writes it
 * @param parent slug of the organisation it is a part of
 * @param ambiguous true when a single word of its names is an ordinary word, a person or a product as well
 */
public record Organization(
        String id,
        String name,
        String kind,
        List<String> aliases,
        @Nullable String parent,
        List<String> domains,
        boolean ambiguous) {

    public Organization(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("kind") String kind,
            @JsonProperty("aliases") @Nullable List<String> aliases,
            @JsonProperty("parent") @Nullable String parent,
            @JsonProperty("domains") @Nullable List<String> domains,
            @JsonProperty("ambiguous") boolean ambiguous) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
        this.parent = parent;
        this.domains = domains == null ? List.of() : List.copyOf(domains);
        this.ambiguous = ambiguous;
    }

    public Reference reference() {
        return new Reference(id, name);
    }

    /** Whether it reports on others rather than being reported on. */
    public boolean publisher() {
        return kind.equals("publisher");
    }

    /** Whether it gives money rather than builds. */
    public boolean investor() {
        return kind.equals("investor");
    }
}
