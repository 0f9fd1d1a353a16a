package dev.labwire.directory;

import dev.labwire.text.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks a name up among the stored ids, the lexicon's aliases and the stored names, in this order. */
@ApplicationScoped
final class DirectoryNames implements NameBook {

    private final Directory directory;
    private final Aliases aliases;

    DirectoryNames(Directory directory, Aliases aliases) {
        this.directory = directory;
        this.aliases = aliases;
    }

    @Override
    public String organizationId(String idOrName) {
        return id(Shelf.ORGANIZATION, idOrName, aliases.organization(idOrName));
    }

    @Override
    public String personId(String idOrName) {
        return id(Shelf.PERSON, idOrName, aliases.person(idOrName));
    }

    @Override
    public String modelId(String idOrName) {
        return id(Shelf.MODEL, idOrName, aliases.model(idOrName));
    }

    private String id(Shelf shelf, String idOrName, Optional<String> alias) {
        return directory
                .find(shelf, idOrName)
                .map(Entry::id)
                .or(() -> alias)
                .or(() -> directory.named(shelf, idOrName).map(Entry::id))
                .orElseGet(() -> Slug.of(idOrName));
    }
}
