/**
 * Webhooks: programs elsewhere that are called whenever something changes on the timeline. Each has a filter and a place in
 * the order of changes; what changed behind that place goes into the outbox.
 */
@NullMarked
package dev.labwire.webhook;

import org.jspecify.annotations.NullMarked;
