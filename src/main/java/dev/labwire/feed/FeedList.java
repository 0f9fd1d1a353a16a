package dev.labwire.feed;

import dev.labwire.text.FileFault;
import java.util.List;

/** What a feeds.yaml says, and everything that is wrong with it; it may be put into force only without faults. */
record FeedList(List<FeedDefinition> feeds, List<FileFault> faults) {

    FeedList {
        feeds = List.copyOf(feeds);
        faults = List.copyOf(faults);
    }
}
