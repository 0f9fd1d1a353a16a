package dev.labwire.storage;

/** The tables as this release of Labwire has them. */
public final class Schema {

    /** The number of the last migration. */
    public static final int VERSION = 7;

    private Schema() {}
}
