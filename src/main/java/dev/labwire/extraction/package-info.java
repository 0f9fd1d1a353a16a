/**
 * Text in, mentions out. {@link dev.labwire.extraction.Mention} and its parts are what the rest of the house sees; the
 * sub-packages read language ({@code language}), know names and words ({@code lexicon}) and find what is told
 * ({@code frame}). The core is pure: the same document and the same data files give the same mentions.
 */
@NullMarked
package dev.labwire.extraction;

import org.jspecify.annotations.NullMarked;
