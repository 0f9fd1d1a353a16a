package dev.labwire.article;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of versions: the text of an article at a time. Never changed once written. */
@Entity
@Table(name = "article_version")
class Version {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public long articleId;
    public int number;
    public String textHash = "";
    public @Nullable String title;
    public String text = "";
    public String origin = "";
    public Instant createdAt = Instant.EPOCH;
}
