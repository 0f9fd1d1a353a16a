package dev.labwire.timeline;

import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Organizations;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row of one event: its id, its whole body, and the columns that lists filter and sort by. */
@Entity
@Table(name = "event")
class StoredEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId = "";

    private String block = "";
    private String type = "";
    private String kind = "";
    private String status = "";
    private String salience = "";
    private double confidence;
    private String headline = "";

    @Column(name = "date_from")
    private @Nullable LocalDate dateFrom;

    @Column(name = "date_to")
    private @Nullable LocalDate dateTo;

    @Column(name = "date_precision")
    private @Nullable String datePrecision;

    @Column(name = "sort_day")
    private LocalDate sortDay = LocalDate.EPOCH;

    @Column(name = "person_slug")
    private @Nullable String personSlug;

    @Column(name = "from_slug")
    private @Nullable String fromSlug;

    @Column(name = "to_slug")
    private @Nullable String toSlug;

    @Column(name = "model_slug")
    private @Nullable String modelSlug;

    private String body = "";

    @Column(name = "search_text")
    private String searchText = "";

    @Column(name = "source_count")
    private int sourceCount;

    @Column(name = "first_seen_at")
    private Instant firstSeenAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    private long sequence;
    private boolean gone;

    @Column(name = "merged_into")
    private @Nullable String mergedInto;

    /** For Hibernate. */
    StoredEvent() {}

    StoredEvent(String publicId) {
        this.publicId = publicId;
    }

    long id() {
        return id == null ? 0 : id;
    }

    String publicId() {
        return publicId;
    }

    String block() {
        return block;
    }

    String status() {
        return status;
    }

    String type() {
        return type;
    }

    String kind() {
        return kind;
    }

    String body() {
        return body;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean gone() {
        return gone;
    }

    @Nullable
    String mergedInto() {
        return mergedInto;
    }

    long sequence() {
        return sequence;
    }

    @Nullable
    LocalDate dateFrom() {
        return dateFrom;
    }

    @Nullable
    LocalDate dateTo() {
        return dateTo;
    }

    @Nullable
    String datePrecision() {
        return datePrecision;
    }

    /** True when the event already says so, and lives. */
    boolean says(String otherBody, String otherBlock) {
        return !gone && body.equals(otherBody) && block.equals(otherBlock);
    }

    /** Takes over all that the happening says. */
    void tell(Happening happening, TimelineEvent event, String asText, String inBlock) {
        block = inBlock;
        type = event.type().wireName();
        kind = event.kind().wireName();
        status = event.status().wireName();
        salience = event.salience().wireName();
        confidence = event.confidence();
        headline = event.headline();
        date(event.occurredOn());
        sortDay = happening.sortDay();
        parts(event);
        body = asText;
        searchText = words(event);
        sourceCount = event.sourceCount();
        firstSeenAt = event.firstSeenAt();
        gone = false;
        mergedInto = null;
    }

    private void date(@Nullable OccurredOn date) {
        dateFrom = date == null ? null : date.firstDay();
        dateTo = date == null ? null : date.lastDay();
        datePrecision = date == null ? null : date.precision().wireName();
    }

    private void parts(TimelineEvent event) {
        Move move = event.move();
        personSlug = move == null ? null : move.person().id();
        fromSlug = move == null ? null : id(move.from());
        toSlug = move == null ? null : id(move.to());
        modelSlug = event.release() == null ? null : event.release().model().id();
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    /** What a search for words looks through: headline, names, roles and quotes. */
    private static String words(TimelineEvent event) {
        Move move = event.move();
        Stream<@Nullable String> said = move == null
                ? Stream.of(event.deal() == null ? null : event.deal().subject())
                : Stream.of(move.person().name(), move.role(), move.team(), move.statement());
        Stream<String> names =
                Organizations.of(move, event.release(), event.deal()).map(Reference::name);
        Stream<String> quotes = event.sources().stream().map(Source::quote);
        return Stream.of(Stream.of(event.headline()), said, names, quotes)
                .flatMap(part -> part)
                .filter(text -> text != null)
                .distinct()
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /** Leaves a tombstone, with the way to the event it went into, if it went into one. */
    void bury(@Nullable String survivor) {
        gone = true;
        mergedInto = survivor;
    }

    void stamp(long number, Instant now) {
        sequence = number;
        updatedAt = now;
    }
}
