package dev.labwire.timeline;

import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Organizations;
import dev.labwire.timeline.merge.Telling;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that lists filter and sort by: the same of an event as it is and of each revision of it. */
@MappedSuperclass
abstract class EventColumns {

    @Column(name = "public_id")
    private String publicId = "";

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

    /** ids, each between blanks */
    private String organizations = " ";

    /** language tags of the sources, each between blanks */
    private String languages = " ";

    @Column(name = "source_count")
    private int sourceCount;

    @Column(name = "first_seen_at")
    private Instant firstSeenAt = Instant.EPOCH;

    private long sequence;
    private boolean gone;

    @Column(name = "merged_into")
    private @Nullable String mergedInto;

    /** For Hibernate. */
    EventColumns() {}

    EventColumns(String publicId) {
        this.publicId = publicId;
    }

    String publicId() {
        return publicId;
    }

    String type() {
        return type;
    }

    String kind() {
        return kind;
    }

    String status() {
        return status;
    }

    int sourceCount() {
        return sourceCount;
    }

    String headline() {
        return headline;
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

    /** Takes over all that the happening says. */
    void tell(Happening happening) {
        type = happening.kind().type().wireName();
        kind = happening.kind().wireName();
        status = happening.status().wireName();
        salience = happening.salience().wireName();
        confidence = happening.confidence();
        headline = happening.headline();
        date(happening.occurredOn());
        sortDay = happening.sortDay();
        parts(happening);
        languages = listed(happening.tellings().stream()
                .map(telling -> telling.article().language())
                .filter(Objects::nonNull)
                .map(language -> language.toLowerCase(Locale.ROOT))
                .toList());
        sourceCount = (int) happening.tellings().stream()
                .map(Telling::article)
                .map(article -> article.key())
                .distinct()
                .count();
        firstSeenAt = happening.firstSeenAt();
        gone = happening.hidden();
        mergedInto = null;
    }

    /** True for a move from and to the same places. */
    boolean leadsThere(Happening happening) {
        Move move = happening.move();
        return move == null || Objects.equals(fromSlug, id(move.from())) && Objects.equals(toSlug, id(move.to()));
    }

    private void date(@Nullable OccurredOn date) {
        dateFrom = date == null ? null : date.firstDay();
        dateTo = date == null ? null : date.lastDay();
        datePrecision = date == null ? null : date.precision().wireName();
    }

    private void parts(Happening happening) {
        Move move = happening.move();
        personSlug = move == null ? null : move.person().id();
        fromSlug = move == null ? null : id(move.from());
        toSlug = move == null ? null : id(move.to());
        modelSlug =
                happening.release() == null ? null : happening.release().model().id();
        organizations = listed(organizationsOf(happening));
    }

    /** Ids of the organisations that have a part in it. */
    static List<String> organizationsOf(Happening happening) {
        return Organizations.of(happening.move(), happening.release(), happening.deal())
                .map(Reference::id)
                .distinct()
                .toList();
    }

    private static String listed(Collection<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining(" ", " ", " "));
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    /** Leaves a tombstone, with the way to the event it went into, if it went into one. */
    void bury(@Nullable String survivor) {
        gone = true;
        mergedInto = survivor;
    }

    void number(long number) {
        sequence = number;
    }

    /** Says the same as another. */
    void copy(EventColumns other) {
        publicId = other.publicId;
        type = other.type;
        kind = other.kind;
        status = other.status;
        salience = other.salience;
        confidence = other.confidence;
        headline = other.headline;
        dateFrom = other.dateFrom;
        dateTo = other.dateTo;
        datePrecision = other.datePrecision;
        sortDay = other.sortDay;
        personSlug = other.personSlug;
        fromSlug = other.fromSlug;
        toSlug = other.toSlug;
        modelSlug = other.modelSlug;
        organizations = other.organizations;
        languages = other.languages;
        sourceCount = other.sourceCount;
        firstSeenAt = other.firstSeenAt;
        sequence = other.sequence;
        gone = other.gone;
        mergedInto = other.mergedInto;
    }
}
