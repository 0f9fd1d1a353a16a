package dev.labwire.feed;

import java.util.List;

/**
 * A feed in which an article stands.
 *
 * @param slug the feed's id
 * @param tags the feed's tags
 */
public record ArticleFeed(String slug, List<String> tags) {

    public ArticleFeed {
        tags = List.copyOf(tags);
    }
}
