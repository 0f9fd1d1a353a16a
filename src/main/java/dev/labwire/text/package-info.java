/**
 * Pure functions on text: addresses, hashes, time stamps, HTML turned into plain text, YAML taken apart. Nothing here does
 * I/O, reads a clock or keeps state beyond the text at hand, so everything may be called from anywhere.
 */
@NullMarked
package dev.labwire.text;

import org.jspecify.annotations.NullMarked;
