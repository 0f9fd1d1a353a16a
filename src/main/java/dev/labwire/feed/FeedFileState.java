package dev.labwire.feed;

import dev.labwire.text.FileFault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at feeds.yaml found.
 *
 * @param path the file
 * @param checkedAt when it was last read; null before the first time
 * @param appliedAt when a list from it was last put into force; null when none was since the start
 * @param feeds how many feeds that list has
 * @param faults what is wrong now; while there is any, the last good list stays in force
 */
public record FeedFileState(
        String path, @Nullable Instant checkedAt, @Nullable Instant appliedAt, int feeds, List<FileFault> faults) {

    public FeedFileState {
        faults = List.copyOf(faults);
    }
}
