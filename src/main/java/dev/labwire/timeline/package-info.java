/**
 * The timeline: events made of mentions. {@link dev.labwire.timeline.Merger} is a pure function from the tellings of one
 * block to the happenings they tell of; {@link dev.labwire.timeline.Placing} is the step that keeps the stored events
 * equal to it; the resources read them. Nothing here looks at the order in which articles arrived, except to decide
 * which event keeps which id.
 */
@NullMarked
package dev.labwire.timeline;

import org.jspecify.annotations.NullMarked;
