package dev.labwire.directory;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in where no lexicon is plugged in: no aliases, and every organisation is kin to itself alone. */
final class PlainLexicon {

    @Produces
    @Singleton
    @DefaultBean
    Aliases noAliases() {
        return new NoAliases();
    }

    @Produces
    @Singleton
    @DefaultBean
    OrganizationKinship equality() {
        return String::equals;
    }

    private static final class NoAliases implements Aliases {

        @Override
        public Optional<String> organization(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> person(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> model(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> of(Shelf shelf, String id) {
            return List.of();
        }

        @Override
        public Set<String> holding(Shelf shelf, String part) {
            return Set.of();
        }
    }
}
