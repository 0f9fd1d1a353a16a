package dev.labwire.extraction;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One reading of one version of an article by one version of the engine. */
@Entity
@Table(name = "extraction")
class StoredExtraction {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long versionId;
    long articleId;
    String inputHash;
    long releaseId;
    String extractorVersion;
    String language;
    Instant createdAt;
}
