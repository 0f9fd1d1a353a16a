/** Pure functions on names, URLs, dates, money and hashes: no input, no output, no state. */
@NullMarked
package dev.labwire.text;

import org.jspecify.annotations.NullMarked;
