/**
 * Documents into entries: feeds of every kind, listing pages and lists in JSON, well-formed or not. Pure functions of bytes,
 * their declared type and the address they came from; nothing here asks a server or a database.
 */
@NullMarked
package dev.labwire.feed.document;

import org.jspecify.annotations.NullMarked;
