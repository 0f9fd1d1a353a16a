package dev.labwire.article;

import dev.labwire.job.Backoff;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Claims articles whose page is to be read, and commits what came of it. */
@Singleton
class ReadingStore {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration WHEN_BUSY = Duration.ofSeconds(2);
    private static final int WHEN_BUSY_SPREAD_MILLIS = 18_000;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(5), Duration.ofHours(24));
    private static final int MOST_ATTEMPTS = 10;

    private final ArticleRepository articles;
    private final VersionStore versions;
    private final InstantSource clock;
    private final RandomGenerator chance;

    ReadingStore(ArticleRepository articles, VersionStore versions, InstantSource clock, RandomGenerator chance) {
        this.articles = articles;
        this.versions = versions;
        this.clock = clock;
        this.chance = chance;
    }

    /** An article that this process reads right now. */
    record Claim(long id, String url, Instant leasedUntil) {}

    @WriteTransaction
    List<Claim> claimDue(int max) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        List<Claim> claims = new ArrayList<>();
        for (Article article : articles.due(now, max)) {
            if (articles.lease(article.id, now, until)) {
                claims.add(new Claim(article.id, article.url, until));
            }
        }
        return claims;
    }

    /** There is one process, so that a lease found at its start belongs to a killed one. */
    @WriteTransaction
    void releaseAll() {
        articles.update("leasedUntil = null where leasedUntil is not null");
    }

    @WriteTransaction
    void release(Claim claim) {
        articles.update("leasedUntil = null where id = ?1 and leasedUntil = ?2", claim.id(), claim.leasedUntil());
    }

    @WriteTransaction
    void commit(Claim claim, PageVisit visit) {
        Article article = articles.find("id = ?1 and leasedUntil = ?2", claim.id(), claim.leasedUntil())
                .firstResult();
        if (article == null) {
            return;
        }
        article.leasedUntil = null;
        Instant now = clock.instant();
        if (visit instanceof PageVisit.Text text) {
            read(article, text.page(), now);
        } else if (visit instanceof PageVisit.Hopeless hopeless) {
            giveUp(article, hopeless.reason());
        } else if (visit instanceof PageVisit.Postponed) {
            article.nextReadAt = now.plus(WHEN_BUSY).plusMillis(chance.nextInt(WHEN_BUSY_SPREAD_MILLIS));
        } else {
            failed(article, ((PageVisit.NotYet) visit).reason(), now);
        }
    }

    private void read(Article article, Page page, Instant now) {
        String known = versions.text(article);
        if (isStub(page, known)) {
            failed(article, "the page shows less than the feed", now);
            return;
        }
        article.title = article.title == null ? shortened(page.title(), 2000) : article.title;
        article.author = article.author == null ? page.author() : article.author;
        article.language = article.language == null ? page.language() : article.language;
        article.dateNoLaterThan(page.publishedAt());
        versions.offer(article, new ArticleText(page.text(), ArticleText.Origin.PAGE), true, now);
        versions.settle(article);
        article.readState = Article.READ;
        article.readError = null;
        article.nextReadAt = null;
    }

    /** Behind a wall there is less to see than the feed already gave. */
    private static boolean isStub(Page page, @Nullable String known) {
        return known != null && page.text().length() < known.length();
    }

    private void failed(Article article, String reason, Instant now) {
        article.readAttempts++;
        if (article.readAttempts >= MOST_ATTEMPTS) {
            giveUp(article, reason);
            return;
        }
        article.readError = shortened(reason, 1000);
        article.nextReadAt = now.plus(BACKOFF.after(article.readAttempts, chance));
    }

    private static void giveUp(Article article, String reason) {
        article.readState = Article.GIVEN_UP;
        article.readError = shortened(reason, 1000);
        article.nextReadAt = null;
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
