package dev.labwire.timeline.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.EventType;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.merge.Change;
import dev.labwire.timeline.merge.Happening;
import dev.labwire.timeline.merge.Telling;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event as the API shows it; just the body of its own type is present.
 *
 * @param sources primary ones first, then by publication; of very many only the first
 * @param sourceCount number of articles that tell of it
 * @param firstSeenAt when the first of its articles was found
 * @param updatedAt when the timeline last changed it
 * @param predecessor id of the departure that went before this arrival, where that is an event of its own
 * @param supersededBy id of what happened instead of what this rumour told
 * @param history each change of status or date, in the order of publication; only where one event is asked for
 * @param revisions each change of what the timeline believed, oldest first; only where one event is asked for
 */
public record TimelineEvent(
        String id,
        EventType type,
        Kind kind,
        Status status,
        double confidence,
        Salience salience,
        String headline,
        @Nullable OccurredOn occurredOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Move move,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Release release,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Deal deal,
        List<Source> sources,
        int sourceCount,
        Instant firstSeenAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String predecessor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String supersededBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Change> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Revision> revisions) {

    private static final int MOST_PRIMARY = 300;

    /** Few, for what everybody recalls would otherwise be written anew with every article. */
    private static final int MOST_BACKGROUND = 25;

    /** The event of a happening, whenever it last changed. */
    public static TimelineEvent of(
            Happening happening, String id, @Nullable String predecessor, @Nullable String supersededBy) {
        List<Telling> shown = onePerArticle(happening.tellings());
        return new TimelineEvent(
                id,
                happening.kind().type(),
                happening.kind(),
                happening.status(),
                happening.confidence(),
                happening.salience(),
                happening.headline(),
                happening.occurredOn(),
                happening.move(),
                happening.release(),
                happening.deal(),
                sources(shown),
                shown.size(),
                happening.firstSeenAt(),
                Instant.EPOCH,
                predecessor,
                supersededBy,
                null,
                null);
    }

    private static List<Source> sources(List<Telling> tellings) {
        Stream<Telling> primary = tellings.stream().filter(Telling::primary).limit(MOST_PRIMARY);
        Stream<Telling> background =
                tellings.stream().filter(telling -> !telling.primary()).limit(MOST_BACKGROUND);
        return Stream.concat(primary, background).map(Source::of).toList();
    }

    private static List<Telling> onePerArticle(List<Telling> tellings) {
        Map<String, Telling> byArticle = new LinkedHashMap<>();
        tellings.forEach(telling -> byArticle.putIfAbsent(telling.article().key(), telling));
        return List.copyOf(byArticle.values());
    }

    /** The same, last changed then. */
    public TimelineEvent changedAt(Instant instant) {
        return with(instant, history, revisions);
    }

    /** The same with how it came about. */
    public TimelineEvent remembering(List<Change> changes, List<Revision> believed) {
        return with(updatedAt, List.copyOf(changes), List.copyOf(believed));
    }

    private TimelineEvent with(Instant changedAt, @Nullable List<Change> changes, @Nullable List<Revision> believed) {
        return new TimelineEvent(
                id,
                type,
                kind,
                status,
                confidence,
                salience,
                headline,
                occurredOn,
                move,
                release,
                deal,
                sources,
                sourceCount,
                firstSeenAt,
                changedAt,
                predecessor,
                supersededBy,
                changes,
                believed);
    }
}
