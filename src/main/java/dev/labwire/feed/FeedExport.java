package dev.labwire.feed;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** The feeds that there are, written as files. Secrets in addresses are blanked. */
@Singleton
class FeedExport {

    private final FeedRepository feeds;
    private final FeedConfig config;

    FeedExport(FeedRepository feeds, FeedConfig config) {
        this.feeds = feeds;
        this.config = config;
    }

    /** A feeds.yaml that changes nothing when it is put into force here. */
    @Transactional
    String yaml() {
        return FeedsYamlWriter.write(definitions(), config.publicUrl().replaceFirst("/+$", "") + "/feeds.schema.json");
    }

    @Transactional
    String opml() {
        return Opml.write(definitions());
    }

    private List<FeedDefinition> definitions() {
        return feeds.active().stream().map(Feed::definition).toList();
    }
}
