package dev.labwire.feed;

import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.IdentifiedEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of entries: what a feed last said in this entry, and who the entry is. */
@Entity
@Table(name = "feed_item")
class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public long feedId;
    public String itemKey = "";
    public @Nullable String guid;
    public @Nullable String link;
    public @Nullable String linkKey;
    public boolean sharedLink;
    public @Nullable String title;
    public @Nullable String summary;
    public @Nullable String content;
    public @Nullable String author;
    public @Nullable String language;
    public @Nullable Instant publishedAt;
    public String contentHash = "";
    public Instant firstSeenAt = Instant.EPOCH;
    public Instant changedAt = Instant.EPOCH;
    public @Nullable Long articleId;
    public boolean linked;

    /** Takes over what the feed says now. The earliest date stands: some feeds date an entry anew at every poll. */
    void say(IdentifiedEntry identified) {
        Entry entry = identified.entry();
        itemKey = identified.itemKey();
        guid = entry.guid();
        link = entry.link();
        linkKey = identified.linkKey();
        sharedLink |= identified.sharedLink();
        title = entry.title();
        summary = entry.summary();
        content = entry.content();
        author = entry.author();
        language = entry.language();
        publishedAt = earlier(publishedAt, entry.publishedAt());
        contentHash = identified.contentHash();
        linked = false;
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
