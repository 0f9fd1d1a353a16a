/** What lets a client ask again cheaply: every read of the API carries a validator. */
@NullMarked
package dev.labwire.caching;

import org.jspecify.annotations.NullMarked;
