package dev.labwire.article;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of articles. */
@Singleton
final class ArticleRepository implements PanacheRepository<Article> {

    Optional<Article> byKey(String key) {
        return find("articleKey", key).firstResultOptional();
    }

    /** Articles whose page may be read now: the first tries first, and of these the news before the archive. */
    List<Article> due(Instant now, int max) {
        return max <= 0
                ? List.of()
                : find(
                                "readState = ?1 and nextReadAt <= ?2 and (leasedUntil is null or leasedUntil <= ?2)"
                                        + " order by readAttempts, coalesce(publishedAt, firstSeenAt) desc, id",
                                Article.DUE,
                                now)
                        .page(0, max)
                        .list();
    }

    boolean lease(long id, Instant now, Instant until) {
        return update("leasedUntil = ?1 where id = ?2 and (leasedUntil is null or leasedUntil <= ?3)", until, id, now)
                == 1;
    }
}
