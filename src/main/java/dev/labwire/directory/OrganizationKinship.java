package dev.labwire.directory;

/** Tells whether two organisations count as one employer or owner, such as a company and its research lab. */
public interface OrganizationKinship {

    /** True for equal ids, and for parent and part of one house; symmetric. */
    boolean same(String organization, String other);

    /** The id that all organisations of one house share, such as that of the company above a lab. */
    default String house(String organization) {
        return organization;
    }
}
