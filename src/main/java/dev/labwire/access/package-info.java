/**
 * Who may do what: the admin with a password (bcrypt), browsers in sessions, programs with keys, and what each path asks
 * for; how much one client may ask for; and the audit trail, which says who did what.
 */
@NullMarked
package dev.labwire.access;

import org.jspecify.annotations.NullMarked;
