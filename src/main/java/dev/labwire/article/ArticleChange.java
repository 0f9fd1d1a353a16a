package dev.labwire.article;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of the log of changes: an article became another to its readers. */
@Entity
@Table(name = "article_change")
class ArticleChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long articleId;

    /** For Hibernate. */
    ArticleChange() {}

    ArticleChange(long articleId) {
        this.articleId = articleId;
    }
}
