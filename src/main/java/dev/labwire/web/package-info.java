/** Pages for people, drawn from what the features make public. Owns no data. */
@NullMarked
package dev.labwire.web;

import org.jspecify.annotations.NullMarked;
