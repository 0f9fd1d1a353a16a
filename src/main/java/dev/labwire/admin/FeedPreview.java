package dev.labwire.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.article.ArticlePreview;
import dev.labwire.article.PreviewedArticle;
import dev.labwire.extraction.ArticleExtractor;
import dev.labwire.extraction.Mention;
import dev.labwire.feed.FeedItem;
import dev.labwire.feed.FeedProbe;
import dev.labwire.feed.ProbedEntry;
import dev.labwire.feed.ProbedFeed;
import dev.labwire.feed.document.SelectorMatch;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shows what a would-be feed is like and what would come of its last entries. Stores nothing. */
@Singleton
final class FeedPreview {

    private static final int READ = 10;
    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FeedProbe probe;
    private final ArticlePreview articles;
    private final ArticleExtractor extractor;

    FeedPreview(FeedProbe probe, ArticlePreview articles, ArticleExtractor extractor) {
        this.probe = probe;
        this.articles = articles;
        this.extractor = extractor;
    }

    /**
     * A would-be feed.
     *
     * @param error why nothing could be read; null when something was
     * @param selectors what each selector of a listing page matched
     * @param items the newest entries, the newest first
     */
    @Schema(name = "FeedPreview")
    public record Preview(
            String url,
            @Nullable String finalUrl,
            @Nullable Integer status,
            long millis,
            int bytes,
            @Nullable String error,
            ProbedFeed.Health health,
            List<SelectorMatch> selectors,
            List<Item> items) {

        public Preview {
            selectors = List.copyOf(selectors);
            items = List.copyOf(items);
        }
    }

    /**
     * An entry.
     *
     * @param state whether it is stored already, where a feed of this address is
     * @param textFrom where the text comes from that was read; null where it was not read, for only the newest are
     * @param note why its page could not be read
     * @param mentions what it tells, those that would be held back included; null where it was not read
     */
    @Schema(name = "FeedPreviewItem")
    public record Item(
            @Nullable String title,
            @Nullable String link,
            @Nullable Instant publishedAt,
            @Nullable String author,
            @Nullable String language,
            ProbedEntry.State state,
            @Nullable String textFrom,
            @Nullable String note,
            @Nullable List<Mention> mentions) {}

    /** Asks for the feed, and reads its newest entries as the poller would. */
    Preview of(@Nullable JsonNode feed) {
        ProbedFeed probed = probe.probe(feed);
        List<ProbedEntry> newest = newest(probed.entries());
        Map<FeedItem, PreviewedArticle> read =
                read(newest.stream().limit(READ).map(ProbedEntry::item).toList());
        return new Preview(
                probed.url(),
                probed.finalUrl(),
                probed.status(),
                probed.millis(),
                probed.bytes(),
                probed.error(),
                probed.health(),
                probed.selectors(),
                newest.stream()
                        .map(entry -> item(entry, read.get(entry.item())))
                        .toList());
    }

    /** The newest first; where dates are missing, the order of the document decides. */
    private static List<ProbedEntry> newest(List<ProbedEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(
                                (ProbedEntry entry) -> entry.item().publishedAt(),
                                Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .reversed())
                .limit(SHOWN)
                .toList();
    }

    private Map<FeedItem, PreviewedArticle> read(List<FeedItem> items) {
        List<PreviewedArticle> previewed = articles.read(items, PATIENCE);
        Map<FeedItem, PreviewedArticle> read = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            read.put(items.get(i), previewed.get(i));
        }
        return read;
    }

    private Item item(ProbedEntry entry, @Nullable PreviewedArticle read) {
        FeedItem item = entry.item();
        return new Item(
                entry.heading(),
                item.link(),
                item.publishedAt(),
                item.author(),
                item.language(),
                entry.state(),
                read == null ? null : read.textFrom(),
                read == null ? null : read.note(),
                read == null ? null : mentions(read));
    }

    private List<Mention> mentions(PreviewedArticle read) {
        return new ArrayList<>(extractor.read(read.article()).extraction().mentions());
    }
}
