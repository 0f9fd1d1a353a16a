package dev.labwire.access;

/** What a request may do. The names are those that resources name in {@code RolesAllowed}. */
public final class Role {

    /** Everything. */
    public static final String ADMIN = "admin";

    /** Reading what is public, also where reads are closed. */
    public static final String READ = "read";

    private Role() {}
}
