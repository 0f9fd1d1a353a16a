/** How sure the engine is of what it found: the evidence for it, weighed by what labelled articles have taught. */
@NullMarked
package dev.labwire.extraction.scoring;

import org.jspecify.annotations.NullMarked;
