package dev.labwire.directory;

/** The three sorts of entries, each with a table of its own. */
public enum Shelf {
    PERSON("person"),
    ORGANIZATION("organization"),
    MODEL("model");

    private final String table;

    Shelf(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /** What a query reads: every shelf answers with the same four columns. */
    String columns() {
        return this == MODEL ? "slug, name, family, organization_slug" : "slug, name, null, null";
    }
}
