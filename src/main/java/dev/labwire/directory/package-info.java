/**
 * Who is who: the people, organisations and models that mentions have named, and which name means which of them. Ids are
 * slugs that the extraction computes; the directory keeps and finds them, it never makes one up. What the lexicon knows
 * comes in through {@link dev.labwire.directory.Aliases} and {@link dev.labwire.directory.OrganizationKinship}.
 */
@NullMarked
package dev.labwire.directory;

import org.jspecify.annotations.NullMarked;
