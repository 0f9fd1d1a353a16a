package dev.labwire.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.directory.OrganizationKinship;
import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Keeps what was read, and knows what was not read yet. */
@Singleton
class ExtractionStore {

    private static final String NOT_READ_IN_THIS_RELEASE = """
            a.current_version_id is not null
            and not exists (select 1 from extraction e
                where e.article_id = a.id and e.input_hash = a.input_hash and e.release_id = :release)
            """;
    private static final String UNREAD_FROM_AN_ARTICLE_ON = """
            select a.id from article a where a.id >= :from and %s order by a.id
            """.formatted(NOT_READ_IN_THIS_RELEASE);
    private static final String CHANGED_AND_UNREAD_FROM_A_CHANGE_ON = """
            select c.id as change, c.article_id as article from article_change c
            where c.id >= :from and exists (select 1 from article a where a.id = c.article_id and %s) order by c.id
            """.formatted(NOT_READ_IN_THIS_RELEASE);

    private final OrganizationKinship kinship;
    private final Session database;
    private final ObjectMapper json;
    private final InstantSource clock;

    ExtractionStore(Session database, ObjectMapper json, InstantSource clock, OrganizationKinship kinship) {
        this.kinship = kinship;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A reading that waits to be kept. */
    record Read(long articleId, long versionId, String inputHash, Reading reading) {}

    /** A release of the engine: which one, of which version, since when. */
    record Release(long id, String version, Instant since) {}

    /** A change of an article that was not read since. */
    record Change(long id, long article) {}

    /** The release in force; empty before the first. */
    @Transactional
    Optional<Release> release() {
        return database.createSelectionQuery("from ExtractorRelease order by id desc", ExtractorRelease.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(row -> new Release(row.id, row.extractorVersion, row.releasedAt));
    }

    /** From now on every article is unread. */
    @WriteTransaction
    Release release(String version) {
        ExtractorRelease row = new ExtractorRelease();
        row.extractorVersion = version;
        row.releasedAt = clock.instant();
        database.persist(row);
        return new Release(row.id, version, row.releasedAt);
    }

    /** The first articles, from that id on, that were not read in this release. */
    @Transactional
    List<Long> unread(long release, long from, int max) {
        return database.createNativeQuery(UNREAD_FROM_AN_ARTICLE_ON, Long.class)
                .setParameter("release", release)
                .setParameter("from", from)
                .setMaxResults(max)
                .getResultList();
    }

    /** The first changes, from that one on, whose articles were not read since in this release. */
    @Transactional
    List<Change> changes(long release, long from, int max) {
        return database
                .createNativeQuery(CHANGED_AND_UNREAD_FROM_A_CHANGE_ON, Tuple.class)
                .setParameter("release", release)
                .setParameter("from", from)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row ->
                        new Change(((Number) row.get("change")).longValue(), ((Number) row.get("article")).longValue()))
                .toList();
    }

    /** The change that comes next. */
    @Transactional
    long nextChange() {
        return 1
                + database.createNativeQuery("select coalesce(max(id), 0) from article_change", Long.class)
                        .getSingleResult();
    }

    /** How many articles have a text, and how many of them were read in this release. */
    @Transactional
    long[] progress(long release) {
        Long all = database.createNativeQuery(
                        "select count(*) from article where current_version_id is not null", Long.class)
                .getSingleResult();
        Long unread = database.createNativeQuery(
                        "select count(*) from article a where " + NOT_READ_IN_THIS_RELEASE, Long.class)
                .setParameter("release", release)
                .getSingleResult();
        return new long[] {all, all - unread};
    }

    /** Keeps these readings, all or none; the unique key refuses one that is kept already. */
    @WriteTransaction
    void keep(long release, String engine, List<Read> readings) {
        for (Read read : readings) {
            StoredExtraction row = new StoredExtraction();
            row.articleId = read.articleId();
            row.versionId = read.versionId();
            row.inputHash = read.inputHash();
            row.releaseId = release;
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
        Meeting meeting = Meeting.of(mention, kinship);
        row.house = meeting.house();
        row.movedDay = meeting.day();
        row.soft = meeting.soft();
        try {
            row.body = json.writeValueAsString(mention);
            row.explanation = json.writeValueAsString(told.explanation());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return row;
    }
}
