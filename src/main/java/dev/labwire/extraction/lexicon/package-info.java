/**
 * What the engine knows before it reads: organisations, people, model families, titles, benchmarks and words, each from a
 * data file under {@code lexicon/} in the resources.
 */
@NullMarked
package dev.labwire.extraction.lexicon;

import org.jspecify.annotations.NullMarked;
