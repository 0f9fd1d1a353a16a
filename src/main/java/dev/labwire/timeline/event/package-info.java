/** Events as the API shows them and the tables keep them: plain values, made of what merging found. */
@NullMarked
package dev.labwire.timeline.event;

import org.jspecify.annotations.NullMarked;
