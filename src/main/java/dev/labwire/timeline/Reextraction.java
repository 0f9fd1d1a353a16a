package dev.labwire.timeline;

import dev.labwire.article.ArticleShelf;
import dev.labwire.article.ReadableArticle;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.ArticleExtractor;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.MentionBlock;
import dev.labwire.extraction.Told;
import dev.labwire.timeline.merge.ArticleFacts;
import dev.labwire.timeline.merge.Merger;
import dev.labwire.timeline.merge.Telling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What reading all stored articles with the engine that runs would change, without changing it. Only articles that the engine
 * reads otherwise than they are placed are kept in memory.
 */
@ApplicationScoped
class Reextraction {

    private static final int ARTICLES_AT_ONCE = 200;
    private static final int BLOCKS_AT_ONCE = 200;

    private final ArticleShelf shelf;
    private final ArticleExtractor extractor;
    private final TellingRows tellings;
    private final DecisionRows decisions;
    private final Neighbours neighbours;
    private final EventStore store;
    private final OrganizationKinship kinship;

    Reextraction(
            ArticleShelf shelf,
            ArticleExtractor extractor,
            TellingRows tellings,
            DecisionRows decisions,
            Neighbours neighbours,
            EventStore store,
            OrganizationKinship kinship) {
        this.shelf = shelf;
        this.extractor = extractor;
        this.tellings = tellings;
        this.decisions = decisions;
        this.neighbours = neighbours;
        this.store = store;
        this.kinship = kinship;
    }

    /** What the articles that are read otherwise now would tell, and the blocks of what they told and would tell. */
    static final class Shadow {

        private final Map<Long, List<Telling>> tellings = new HashMap<>();
        private final Set<String> blocks = new TreeSet<>();
        private final Set<String> compared = new HashSet<>();
        private long last;
        private long row;
        private long read;

        /** How many articles were read. */
        long read() {
            return read;
        }

        /** How many of them are read otherwise. */
        long different() {
            return tellings.size();
        }
    }

    /** Reads some more articles; false when there were none left. */
    @Transactional
    boolean readSome(Shadow shadow) {
        List<Long> ids = shelf.idsAfter(shadow.last, ARTICLES_AT_ONCE);
        Map<Long, List<Mention>> placed = tellings.placed(ids);
        Map<Long, List<Mention>> otherwise = new HashMap<>();
        for (ReadableArticle article : shelf.byIds(ids).values()) {
            List<Mention> now =
                    extractor.read(article).told().stream().map(Told::mention).toList();
            List<Mention> before = placed.getOrDefault(article.articleId(), List.of());
            if (!now.equals(before)) {
                otherwise.put(article.articleId(), now);
                Stream.concat(now.stream(), before.stream())
                        .map(MentionBlock::of)
                        .forEach(shadow.blocks::add);
            }
        }
        Map<Long, ArticleFacts> facts = tellings.facts(otherwise.keySet());
        otherwise.forEach((id, mentions) -> shadow.tellings.put(id, told(facts.get(id), mentions, shadow)));
        shadow.read += ids.size();
        shadow.last = ids.isEmpty() ? shadow.last : ids.get(ids.size() - 1);
        return !ids.isEmpty();
    }

    private static List<Telling> told(@Nullable ArticleFacts facts, List<Mention> mentions, Shadow shadow) {
        List<Telling> told = new ArrayList<>();
        for (int ordinal = 0; facts != null && ordinal < mentions.size(); ordinal++) {
            Mention mention = mentions.get(ordinal);
            shadow.row--;
            told.add(new Telling(shadow.row, ordinal, MentionBlock.of(mention), mention, facts));
        }
        return told;
    }

    /** Compares some more of the events; null when all are compared. */
    @Transactional
    @Nullable
    Difference compareSome(Shadow shadow) {
        List<String> some = shadow.blocks.stream()
                .filter(block -> !shadow.compared.contains(block))
                .limit(BLOCKS_AT_ONCE)
                .toList();
        if (some.isEmpty()) {
            return null;
        }
        Set<String> blocks = together(some, shadow);
        shadow.compared.addAll(blocks);
        List<Telling> told = new ArrayList<>(tellings.live(blocks).stream()
                .filter(telling ->
                        !shadow.tellings.containsKey(telling.article().id()))
                .toList());
        shadow.tellings.values().stream()
                .flatMap(List::stream)
                .filter(telling -> blocks.contains(telling.block()))
                .forEach(told::add);
        return store.compare(new Merger(kinship).merge(told, decisions.inForce()), blocks);
    }

    /** With the blocks that the same articles told of or would tell of: an event may go from one to another. */
    private Set<String> together(List<String> some, Shadow shadow) {
        Set<String> blocks = new TreeSet<>(some);
        Set<Long> articles = new HashSet<>();
        shadow.tellings.forEach((article, told) -> {
            if (told.stream().anyMatch(telling -> blocks.contains(telling.block()))) {
                articles.add(article);
            }
        });
        articles.forEach(article -> shadow.tellings.get(article).forEach(telling -> blocks.add(telling.block())));
        tellings.placed(articles).values().stream()
                .flatMap(List::stream)
                .map(MentionBlock::of)
                .forEach(blocks::add);
        blocks.removeAll(shadow.compared);
        blocks.addAll(neighbours.with(blocks));
        return decisions.tiedTo(blocks);
    }
}
