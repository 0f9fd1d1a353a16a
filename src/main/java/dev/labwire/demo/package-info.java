/**
 * The bundled newsroom: outlets with articles of their own, served over HTTP and polled like any feed, so that the
 * service shows what it does without a network. Nothing else in the house knows of it.
 */
@NullMarked
package dev.labwire.demo;

import org.jspecify.annotations.NullMarked;
