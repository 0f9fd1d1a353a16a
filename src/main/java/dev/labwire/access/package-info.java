/**
 * Who may do what: the principals of this instance and how they prove who they are. There is one, {@code admin}, with
 * HTTP Basic; only a bcrypt hash of its password is kept.
 */
@NullMarked
package dev.labwire.access;

import org.jspecify.annotations.NullMarked;
