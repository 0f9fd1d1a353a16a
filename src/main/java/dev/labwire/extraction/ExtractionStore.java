package dev.labwire.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.Session;

/** Keeps what was read, and knows what was not read yet. */
@Singleton
class ExtractionStore {

    private static final String ARTICLES_NOT_READ_BY_THIS_ENGINE = """
            select a.id from article a
            where a.current_version_id is not null
            and not exists (select 1 from extraction e
                where e.version_id = a.current_version_id and e.extractor_version = :engine)
            order by a.id
            """;

    private final Session database;
    private final ObjectMapper json;
    private final InstantSource clock;

    ExtractionStore(Session database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A reading that waits to be kept. */
    record Read(long articleId, long versionId, Reading reading) {}

    /** The first articles whose text in force this engine has not read. */
    @Transactional
    List<Long> unread(String engine, int max) {
        return database.createNativeQuery(ARTICLES_NOT_READ_BY_THIS_ENGINE, Long.class)
                .setParameter("engine", engine)
                .setMaxResults(max)
                .getResultList();
    }

    /** Keeps these readings, all or none; the unique key refuses one that is kept already. */
    @WriteTransaction
    void keep(String engine, List<Read> readings) {
        for (Read read : readings) {
            StoredExtraction row = new StoredExtraction();
            row.articleId = read.articleId();
            row.versionId = read.versionId();
            row.extractorVersion = engine;
            row.language = read.reading().language();
            row.createdAt = clock.instant();
            database.persist(row);
            int ordinal = 0;
            for (Told told : read.reading().told()) {
                database.persist(row(row.id, read.articleId(), ordinal++, told));
            }
        }
    }

    private StoredMention row(long extraction, long article, int ordinal, Told told) {
        Mention mention = told.mention();
        StoredMention row = new StoredMention();
        row.extractionId = extraction;
        row.articleId = article;
        row.ordinal = ordinal;
        row.block = MentionBlock.of(mention);
        row.held = mention.held();
        try {
            row.body = json.writeValueAsString(mention);
            row.explanation = json.writeValueAsString(told.explanation());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return row;
    }
}
