package dev.labwire.timeline.merge;

import dev.labwire.extraction.Corpus;
import dev.labwire.extraction.Document;
import dev.labwire.extraction.Extractor;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.MentionBlock;
import dev.labwire.extraction.lexicon.Lexicon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What the engine finds in the labelled articles. */
public final class ToldCorpora {

    private static final LocalDate UNKNOWN = LocalDate.of(2026, 1, 1);
    private static final Extractor ENGINE = new Extractor(Lexicon.shipped());

    private ToldCorpora() {}

    /** One article and what it tells. */
    public record Article(String url, String publisher, LocalDate day, List<Mention> mentions) {}

    /** Every labelled article that tells something. */
    public static List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        for (String name : Corpus.NAMES) {
            for (Corpus.Labelled labelled : Corpus.read(name).articles()) {
                Document document = labelled.document();
                List<Mention> mentions = ENGINE.read(document).mentions();
                if (!mentions.isEmpty()) {
                    articles.add(new Article(
                            "https://" + name.replace(".jsonl", "") + ".example/" + labelled.id(),
                            "Outlet " + Math.floorMod(labelled.id().hashCode(), 17),
                            document.publishedOn() == null ? UNKNOWN : document.publishedOn(),
                            mentions));
                }
            }
        }
        return articles;
    }

    /** The same as tellings, with any row ids. */
    static List<Telling> tellings(List<Article> articles, long firstRow) {
        List<Telling> tellings = new ArrayList<>();
        long row = firstRow;
        for (Article article : articles) {
            Instant published = article.day().atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
            ArticleFacts facts = new ArticleFacts(
                    row,
                    article.url(),
                    article.url(),
                    "A title",
                    article.publisher(),
                    null,
                    published,
                    published.plusSeconds(600),
                    "en");
            for (int ordinal = 0; ordinal < article.mentions().size(); ordinal++) {
                Mention mention = article.mentions().get(ordinal);
                tellings.add(new Telling(row++, ordinal, MentionBlock.of(mention), mention, facts));
            }
        }
        return tellings;
    }
}
