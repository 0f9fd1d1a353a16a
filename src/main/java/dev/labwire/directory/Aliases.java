package dev.labwire.directory;

import java.util.Optional;

/** Other names, in any script, of what the lexicon knows. Pure: the same name always gives the same id. */
public interface Aliases {

    Optional<String> organization(String name);

    Optional<String> person(String name);

    Optional<String> model(String name);
}
