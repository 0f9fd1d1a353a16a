/** Model announcements: which model is out, coming, changed or going, whose it is, and the figures told of it. */
@NullMarked
package dev.labwire.extraction.release;

import org.jspecify.annotations.NullMarked;
