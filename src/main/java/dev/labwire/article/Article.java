package dev.labwire.article;

import dev.labwire.feed.FeedItem;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of articles: what is known of a page, and how far the reading of it got. */
@Entity
@Table(name = "article")
class Article {

    private static final Instant BEFORE_THE_WEB = Instant.parse("1990-01-01T00:00:00Z");

    /** The feed carries the text; the page is not read. */
    static final String NONE = "none";
    /** The page waits to be read. */
    static final String DUE = "due";
    /** The page was read. */
    static final String READ = "read";
    /** The page cannot be read. */
    static final String GIVEN_UP = "given_up";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String articleKey = "";
    public String url = "";
    public @Nullable String title;
    public @Nullable String publisher;
    public @Nullable String organization;
    public @Nullable Instant publishedAt;
    public @Nullable String author;
    public @Nullable String language;
    public Instant firstSeenAt = Instant.EPOCH;
    public String readState = NONE;
    public int readAttempts;
    public @Nullable Instant nextReadAt;
    public @Nullable Instant leasedUntil;
    public @Nullable String readError;
    public @Nullable Long currentVersionId;

    /** Tells one state of all that a reader is shown of the article from another. */
    public String inputHash = "";

    /** Takes over what a feed says of it: the first-party feed has precedence, the earliest date stands. */
    void hearFrom(FeedItem item) {
        boolean moreFirstHand = organization == null && item.organization() != null;
        if (publisher == null || moreFirstHand) {
            publisher = item.feedTitle();
        }
        organization = organization == null ? item.organization() : organization;
        title = item.title() == null || (title != null && item.articleId() == null && !moreFirstHand)
                ? title
                : item.title();
        author = author == null ? item.author() : author;
        language = language == null ? item.language() : language;
        dateNoLaterThan(item.publishedAt());
    }

    /** A date ahead of the day the article was first seen, or from before the web, is a mistake of the feed. */
    private boolean plausible(Instant published) {
        return published.isAfter(BEFORE_THE_WEB)
                && (firstSeenAt == null || !published.isAfter(firstSeenAt.plus(Duration.ofDays(1))));
    }

    void dateNoLaterThan(@Nullable Instant published) {
        if (published != null && plausible(published) && (publishedAt == null || published.isBefore(publishedAt))) {
            publishedAt = published;
        }
    }

    void readFrom(Instant when) {
        readState = DUE;
        readAttempts = 0;
        nextReadAt = when;
        readError = null;
    }
}
