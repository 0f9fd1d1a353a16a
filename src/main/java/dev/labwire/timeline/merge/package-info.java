/**
 * What makes events of mentions: {@link dev.labwire.timeline.merge.Merger} is a pure function from the tellings of some
 * blocks, and what an admin decided, to the happenings they tell of. Nothing here reads a row id or looks at the order in
 * which articles arrived.
 */
@NullMarked
package dev.labwire.timeline.merge;

import org.jspecify.annotations.NullMarked;
