package dev.labwire.extraction;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the log of releases: from then on every article is read anew by that version of the engine. */
@Entity
@Table(name = "extractor_release")
class ExtractorRelease {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String extractorVersion;
    Instant releasedAt;
}
