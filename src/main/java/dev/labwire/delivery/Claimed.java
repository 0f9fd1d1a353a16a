package dev.labwire.delivery;

/**
 * A delivery that this process may attempt now.
 *
 * @param fence number of the claim; a later one takes the delivery away from this
 */
record Claimed(long id, String publicId, String endpoint, long fence) {}
