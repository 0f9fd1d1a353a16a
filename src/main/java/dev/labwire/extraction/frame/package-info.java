/**
 * From tokens to who did what: sentences annotated with entities, phrase patterns compiled from data files, and the
 * matcher that lays one over the other.
 */
@NullMarked
package dev.labwire.extraction.frame;

import org.jspecify.annotations.NullMarked;
