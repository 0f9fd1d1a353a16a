package dev.labwire.extraction;

import dev.labwire.directory.Aliases;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.directory.Shelf;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.extraction.lexicon.Gazetteer;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.text.Slug;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lends the directory what the engine knows of names. */
final class LexiconNames implements Aliases {

    private final Lexicon lexicon;
    private final ModelNames models;

    private final Map<Shelf, Map<String, List<String>>> aliases = new EnumMap<>(Shelf.class);

    private LexiconNames(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.models = new ModelNames(lexicon.families());
        Map<String, List<String>> people = new HashMap<>();
        lexicon.personNames().forEach(person -> people.put(Slug.of(person.name()), person.aliases()));
        aliases.put(Shelf.PERSON, people);
        Map<String, List<String>> organizations = new HashMap<>();
        lexicon.organizations().forEach(organization -> organizations.put(organization.id(), organization.aliases()));
        aliases.put(Shelf.ORGANIZATION, organizations);
    }

    @Override
    public List<String> of(Shelf shelf, String id) {
        return aliases.getOrDefault(shelf, Map.of()).getOrDefault(id, List.of());
    }

    @Override
    public Set<String> holding(Shelf shelf, String part) {
        String plain = part.strip().toLowerCase(Locale.ROOT);
        Set<String> ids = new TreeSet<>();
        aliases.getOrDefault(shelf, Map.of()).forEach((id, names) -> {
            if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(plain))) {
                ids.add(id);
            }
        });
        if (shelf == Shelf.MODEL) {
            model(part).ifPresent(ids::add);
        }
        return ids;
    }

    @Override
    public Optional<String> organization(String name) {
        return lexicon.organizationNamed(name).map(Organization::id);
    }

    @Override
    public Optional<String> person(String name) {
        List<Token> tokens = Tokenizer.tokens(name);
        Gazetteer.Hit<String> hit = tokens.isEmpty() ? null : lexicon.people().at(tokens, 0);
        return hit != null && hit.length() == tokens.size() ? Optional.of(Slug.of(hit.value())) : Optional.empty();
    }

    @Override
    public Optional<String> model(String name) {
        return models.named(name).map(model -> model.reference().id());
    }

    /** The producers of both; they take the place of the directory's defaults. */
    static final class Producer {

        @Produces
        @Singleton
        Aliases aliases(Lexicon lexicon) {
            return new LexiconNames(lexicon);
        }

        @Produces
        @Singleton
        OrganizationKinship kinship(Lexicon lexicon) {
            return new OrganizationKinship() {

                @Override
                public boolean same(String organization, String other) {
                    return lexicon.kin(organization, other);
                }

                @Override
                public String house(String organization) {
                    return lexicon.house(organization);
                }
            };
        }
    }
}
