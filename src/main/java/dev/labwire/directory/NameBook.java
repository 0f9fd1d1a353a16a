package dev.labwire.directory;

/** Finds the id that a user means by an id, a name or an alias; an unknown name becomes the slug it would have. */
public interface NameBook {

    String organizationId(String idOrName);

    String personId(String idOrName);

    String modelId(String idOrName);
}
