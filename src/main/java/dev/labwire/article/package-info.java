/**
 * One page once: entries of all feeds linked to articles by canonical address, the main text read from the page, and
 * every edition of that text. Whoever reads articles asks {@link dev.labwire.article.ArticleShelf}.
 */
@NullMarked
package dev.labwire.article;

import org.jspecify.annotations.NullMarked;
