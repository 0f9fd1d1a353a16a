package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher wishes as to when the feed is asked next.
 *
 * @param fresh how long the answer stays fresh (RFC 9111, 4.2): max-age or Expires, less its age; null where it says nothing
 * @param pace what the document says
 */
record Wishes(@Nullable Duration fresh, PaceHints pace) {

    static final Wishes NONE = new Wishes(null, PaceHints.NONE);
}
