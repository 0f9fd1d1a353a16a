/** Deals: who raises money, buys whom, orders computing power or allies with whom, and for how much. */
@NullMarked
package dev.labwire.extraction.deal;

import org.jspecify.annotations.NullMarked;
