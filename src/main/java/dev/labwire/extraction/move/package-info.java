/** People moves: from frames found in a document to mentions of who went from where to where, in which role, and when. */
@NullMarked
package dev.labwire.extraction.move;

import org.jspecify.annotations.NullMarked;
