package dev.labwire.feed;

import dev.labwire.feed.document.SelectorMatch;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a would-be feed. Nothing of it is stored.
 *
 * @param url what was asked for, without secrets
 * @param finalUrl where the answer came from, after redirects; null when there was none
 * @param status of the answer; null when there was none
 * @param millis how long the exchange took
 * @param bytes size of the answer, decoded
 * @param error why nothing could be read; null when something was
 * @param health what the entries are like
 * @param selectors what each selector of a listing page matched; empty for a feed proper
 * @param entries in the order of the document
 */
public record ProbedFeed(
        String url,
        @Nullable String finalUrl,
        @Nullable Integer status,
        long millis,
        int bytes,
        @Nullable String error,
        Health health,
        List<SelectorMatch> selectors,
        List<ProbedEntry> entries) {

    /**
     * What the entries are like.
     *
     * @param oldest date of the oldest entry that has one
     * @param newest date of the newest entry that has one
     * @param warnings what an editor should know, in words
     */
    @Schema(name = "FeedHealth")
    public record Health(
            int entries,
            int withoutDate,
            int withoutLink,
            int withoutTitle,
            int withFullText,
            @Nullable Instant oldest,
            @Nullable Instant newest,
            List<String> warnings) {

        public Health {
            warnings = List.copyOf(warnings);
        }
    }

    public ProbedFeed {
        selectors = List.copyOf(selectors);
        entries = List.copyOf(entries);
    }
}
