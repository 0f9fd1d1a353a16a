/**
 * The only way out of the house. Every request to a stranger goes through {@link dev.labwire.net.WebClient}, which
 * checks each connected address, follows redirects by hand, caps size and time, spaces requests to one host, and answers
 * with a value in place of an exception.
 */
@NullMarked
package dev.labwire.net;

import org.jspecify.annotations.NullMarked;
