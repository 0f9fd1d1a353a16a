/**
 * How every feature says no over HTTP: RFC 9457 problem details, from one exception type and one set of mappers.
 */
@NullMarked
package dev.labwire.problem;

import org.jspecify.annotations.NullMarked;
