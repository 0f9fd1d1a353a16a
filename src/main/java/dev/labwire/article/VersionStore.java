package dev.labwire.article;

import dev.labwire.text.Hashes;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps every text that an article had, once; takes part in its caller's transaction. */
@Singleton
final class VersionStore implements PanacheRepository<Version> {

    /**
     * Offers a text for an article.
     *
     * @param edited whether it replaces an earlier text of the same origin, however long
     * @return whether another text is in force now
     */
    boolean offer(Article article, ArticleText text, boolean edited, Instant now) {
        Version current = article.currentVersionId == null ? null : findById(article.currentVersionId);
        if (current != null && !text.supersedes(text(current), edited)) {
            return false;
        }
        Version version = known(article, text, now);
        boolean changed = current == null || !Objects.equals(version.id, current.id);
        article.currentVersionId = version.id;
        return changed;
    }

    /** Notes that an article is another to its readers now, where it is; the steps behind then read it again. */
    void settle(Article article) {
        Version current = article.currentVersionId == null ? null : findById(article.currentVersionId);
        if (current == null) {
            return;
        }
        String shown = Stream.of(
                        current.textHash,
                        article.title,
                        article.publisher,
                        article.organization,
                        article.publishedAt,
                        article.author,
                        article.language)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        String hash = Hashes.sha256Hex(shown);
        if (!hash.equals(article.inputHash)) {
            article.inputHash = hash;
            getEntityManager().persist(new ArticleChange(Objects.requireNonNull(article.id)));
        }
    }

    private static ArticleText text(Version version) {
        return new ArticleText(version.text, ArticleText.Origin.of(version.origin));
    }

    private Version known(Article article, ArticleText text, Instant now) {
        String hash = Hashes.sha256Hex(text.text());
        Version known =
                find("articleId = ?1 and textHash = ?2", article.id, hash).firstResult();
        return known == null ? added(article, text, hash, now) : known;
    }

    private Version added(Article article, ArticleText text, String hash, Instant now) {
        Version version = new Version();
        version.articleId = article.id;
        version.number = (int) count("articleId", article.id) + 1;
        version.textHash = hash;
        version.title = article.title;
        version.text = text.text();
        version.origin = text.origin().column();
        version.createdAt = now;
        persist(version);
        return version;
    }

    @Nullable
    String text(Article article) {
        Version current = article.currentVersionId == null ? null : findById(article.currentVersionId);
        return current == null ? null : current.text;
    }
}
