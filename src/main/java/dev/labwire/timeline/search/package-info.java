/**
 * Full text search over events, plain Java around Lucene: how words of any script are told apart, how a question is read, and
 * the index on disk. What the index holds follows the timeline and can be made anew from it at any time.
 */
@NullMarked
package dev.labwire.timeline.search;

import org.jspecify.annotations.NullMarked;
