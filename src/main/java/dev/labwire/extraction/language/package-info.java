/**
 * Reading text without knowing what it is about: tokens that keep their place in the original, sentences with the zone
 * they stand in, dates and figures.
 */
@NullMarked
package dev.labwire.extraction.language;

import org.jspecify.annotations.NullMarked;
