/**
 * Lists of events in forms that other programs read: spreadsheets, feed readers, calendars. Each form is written event by
 * event, so that memory stays flat however long the list.
 */
@NullMarked
package dev.labwire.timeline.form;

import org.jspecify.annotations.NullMarked;
