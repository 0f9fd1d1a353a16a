/** How steps run: the clock they read, and later the claims, leases and back-off they share. */
@NullMarked
package dev.labwire.job;

import org.jspecify.annotations.NullMarked;
