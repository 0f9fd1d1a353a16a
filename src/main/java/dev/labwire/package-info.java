/** The house itself: nothing but the door. Each feature is a package of its own; ARCHITECTURE.md has the arrows. */
@NullMarked
package dev.labwire;

import org.jspecify.annotations.NullMarked;
