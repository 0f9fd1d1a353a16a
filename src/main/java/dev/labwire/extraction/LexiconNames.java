package dev.labwire.extraction;

import dev.labwire.directory.Aliases;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.language.Token;
import dev.labwire.extraction.language.Tokenizer;
import dev.labwire.extraction.lexicon.Gazetteer;
import dev.labwire.extraction.lexicon.Lexicon;
import dev.labwire.extraction.lexicon.ModelNames;
import dev.labwire.extraction.lexicon.Organization;
import dev.labwire.text.Slug;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lends the directory what the engine knows of names. */
final class LexiconNames implements Aliases {

    private final Lexicon lexicon;
    private final ModelNames models;

    private LexiconNames(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.models = new ModelNames(lexicon.families());
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
            return lexicon::kin;
        }
    }
}
