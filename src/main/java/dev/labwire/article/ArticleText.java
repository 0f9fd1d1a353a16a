package dev.labwire.article;

import dev.labwire.feed.FeedItem;
import dev.labwire.text.PlainText;
import org.jspecify.annotations.Nullable;

/** A text that an article may have, and where it comes from. */
record ArticleText(String text, Origin origin) {

    private static final int FULL_CONTENT = 500;
    private static final int FULL_SUMMARY = 2000;

    /** Where a text comes from, the poorest first. */
    enum Origin {
        SUMMARY,
        FEED,
        PAGE;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Origin of(String column) {
            return valueOf(column.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** What a feed gives of an article: its text if the entry carries it, else the summary, else the title alone. */
    static ArticleText of(FeedItem item) {
        String content = plain(item.content());
        String summary = plain(item.summary());
        if (content.length() > FULL_CONTENT && content.length() > summary.length()) {
            return new ArticleText(content, Origin.FEED);
        }
        String longer = content.length() > summary.length() ? content : summary;
        if (longer.length() > FULL_SUMMARY) {
            return new ArticleText(longer, Origin.FEED);
        }
        return new ArticleText(longer.isEmpty() && item.title() != null ? item.title() : longer, Origin.SUMMARY);
    }

    private static String plain(@Nullable String html) {
        return html == null ? "" : PlainText.fromHtml(html);
    }

    /** Whether this text comes into force over another of the same article. */
    boolean supersedes(ArticleText other, boolean edited) {
        if (origin == other.origin) {
            return edited || text.length() > other.text.length();
        }
        boolean bothFull = origin != Origin.SUMMARY && other.origin != Origin.SUMMARY;
        return bothFull ? text.length() > other.text.length() : other.origin == Origin.SUMMARY;
    }
}
