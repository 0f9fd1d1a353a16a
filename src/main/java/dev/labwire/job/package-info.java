/**
 * What every background step shares: the clock it reads and the way it waits after a failure. A step itself lives with
 * its feature, offers {@code int runOnce(int max)}, and is safe to kill and to repeat.
 */
@NullMarked
package dev.labwire.job;

import org.jspecify.annotations.NullMarked;
