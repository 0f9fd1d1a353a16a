/**
 * What spans the house, for the admin: previews of feeds with the mentions that would come of them, discovery, back-ups,
 * and the pages. Owns no data.
 */
@NullMarked
package dev.labwire.admin;

import org.jspecify.annotations.NullMarked;
