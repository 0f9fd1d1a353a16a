/**
 * The daily digest: who subscribed to what, one edition for each subscriber and local day, and how it reads. An edition tells
 * what changed on the timeline since the one before, and is frozen when it is composed; sending it is the outbox's affair.
 */
@NullMarked
package dev.labwire.digest;

import org.jspecify.annotations.NullMarked;
