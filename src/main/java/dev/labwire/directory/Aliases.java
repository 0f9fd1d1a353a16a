package dev.labwire.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Other names, in any script, of what the lexicon knows. Pure: the same name always gives the same id. */
public interface Aliases {

    Optional<String> organization(String name);

    Optional<String> person(String name);

    Optional<String> model(String name);

    /** Other names of an entry, in their usual spelling; none where nothing is known of it. */
    List<String> of(Shelf shelf, String id);

    /** Ids of entries with another name that holds that part, whatever its case. */
    Set<String> holding(Shelf shelf, String part);
}
