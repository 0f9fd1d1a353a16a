package dev.labwire.feed.document;

import dev.labwire.text.Urls;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of the whole feed.
 *
 * @param title plain text
 * @param description plain text
 * @param link the address of the site
 * @param self the address that the feed gives for itself
 * @param author of entries that name none
 * @param image the address of a picture for the feed
 * @param categories of entries that name none
 */
public record FeedInfo(
        @Nullable String title,
        @Nullable String description,
        @Nullable String link,
        @Nullable String self,
        @Nullable String language,
        @Nullable String author,
        @Nullable String image,
        List<String> categories,
        PaceHints pace) {

    /** Nothing is said. */
    public static final FeedInfo NONE =
            new FeedInfo(null, null, null, null, null, null, null, List.of(), PaceHints.NONE);

    /**
     * What relative links in entries are relative to: where the feed came from, unless it is served by another host than that
     * of the site it speaks for.
     */
    URI base(URI document) {
        return Optional.ofNullable(link)
                .flatMap(Urls::web)
                .filter(site -> !site.getHost().equalsIgnoreCase(document.getHost()))
                .orElse(document);
    }

    public FeedInfo {
        title = Entry.trimmed(title, 500);
        description = Entry.trimmed(description, 2000);
        language = Entry.trimmed(language, 20);
        author = Entry.trimmed(author, 500);
        categories = categories.stream().limit(100).toList();
    }
}
