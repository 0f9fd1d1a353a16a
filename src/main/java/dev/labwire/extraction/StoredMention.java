package dev.labwire.extraction;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One mention of one reading, in the order of the article; its body is the {@link Mention} as JSON. */
@Entity
@Table(name = "mention")
class StoredMention {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long extractionId;
    long articleId;
    int ordinal;
    String block;
    boolean held;
    String body;
    String explanation;

    @Nullable
    String house;

    @Nullable
    Long movedDay;

    boolean soft;
}
