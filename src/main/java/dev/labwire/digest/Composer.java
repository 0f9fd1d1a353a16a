package dev.labwire.digest;

import dev.labwire.timeline.ChangeWindow;
import dev.labwire.timeline.EventFilter;
import dev.labwire.timeline.Prominence;
import dev.labwire.timeline.TimelineChanges;
import dev.labwire.timeline.TimelineFigures;
import dev.labwire.timeline.WeekFigures;
import dev.labwire.timeline.event.Source;
import dev.labwire.timeline.event.TimelineEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an edition says. What many subscribers share, such as the changes of a night, is looked up once and kept for a
 * little while.
 */
@ApplicationScoped
class Composer {

    /** More than that only where more is to be corrected. */
    private static final int SHOWN = 30;
    /** What happened longer ago than this is counted and not told. */
    private static final int NEWS_DAYS = 30;

    private static final Duration PROMINENCE_KEPT = Duration.ofHours(1);

    private final TimelineChanges timeline;
    private final TimelineFigures figures;
    private final InstantSource clock;

    private final Recent<ChangeWindow> windows = new Recent<>(8);
    /** Apart, so that nobody who looks at days of long ago holds up the editions of today. */
    private final Recent<ChangeWindow> previewed = new Recent<>(4);

    private final Recent<Draft> drafts = new Recent<>(64);
    private final Recent<WeekFigures> weeks = new Recent<>(8);
    private @Nullable Prominence prominence;
    private Instant prominenceFrom = Instant.MIN;

    Composer(TimelineChanges timeline, TimelineFigures figures, InstantSource clock) {
        this.timeline = timeline;
        this.figures = figures;
        this.clock = clock;
    }

    /** The changes between these two numbers. */
    ChangeWindow window(long after, long upTo) {
        return windows.get(List.of(timeline.identity(), after, upTo), () -> timeline.window(after, upTo));
    }

    /**
     * What an edition says.
     *
     * @param told by id of an event of the window, the number of the change after which the subscriber was told of it last
     */
    Draft draft(LocalDate date, ChangeWindow window, Map<String, List<String>> filter, Map<String, Long> told) {
        EventFilter wanted = timeline.filter(filter);
        return told.isEmpty()
                ? drafts.get(List.of(date, window, wanted), () -> drafted(date, window, wanted, Map.of()))
                : drafted(date, window, wanted, known(window, told));
    }

    /** What the subscriber knows of the events of the window: of one that others went into, what they know of these. */
    private Map<String, TimelineEvent> known(ChangeWindow window, Map<String, Long> told) {
        Map<String, TimelineEvent> known = new HashMap<>();
        told.forEach((id, number) -> {
            TimelineEvent state = timeline.asOf(List.of(id), number).get(id);
            String survivor = window.survivor(id);
            if (state != null && (id.equals(survivor) || !told.containsKey(survivor))) {
                known.put(survivor, state);
            }
        });
        return known;
    }

    private Draft drafted(LocalDate date, ChangeWindow window, EventFilter wanted, Map<String, TimelineEvent> known) {
        List<Entry> entries = new Judgement(known).entries(timeline.changed(window, wanted, known.keySet()));
        List<Entry> fresh =
                entries.stream().filter(entry -> isNews(entry, date)).toList();
        List<Entry> ranked = ranked(fresh);
        long corrections = ranked.stream().filter(Entry::correction).count();
        int shown = (int) Math.min(ranked.size(), Math.max(SHOWN, corrections));
        return new Draft(
                date,
                window.after(),
                window.upTo(),
                ranked.subList(0, shown),
                ranked.size() - shown,
                entries.size() - fresh.size(),
                weeks.get(List.of(date, window.timeline(), window.upTo()), () -> figures.week(date)));
    }

    /** What somebody who was told everything before would be told on that day. */
    Draft preview(Settings settings, LocalDate date) {
        DueDates dates = settings.dueDates();
        Instant end = dates.due(date);
        Instant now = clock.instant();
        long upTo = timeline.lastAt(end.isAfter(now) ? now : end);
        long after = timeline.lastAt(dates.due(date.minusDays(1)));
        List<Object> key = List.of(timeline.identity(), Math.min(after, upTo), upTo);
        ChangeWindow window = previewed.get(key, () -> timeline.window(Math.min(after, upTo), upTo));
        return drafted(date, window, timeline.filter(settings.filter()), Map.of());
    }

    private List<Entry> ranked(List<Entry> entries) {
        var order = new Ranking(prominence()).order();
        return Stream.concat(
                        entries.stream().filter(Entry::correction).sorted(order),
                        entries.stream().filter(entry -> !entry.correction()).sorted(order))
                .toList();
    }

    private static boolean isNews(Entry entry, LocalDate date) {
        return entry.correction() || !day(entry.event()).isBefore(date.minusDays(NEWS_DAYS));
    }

    /** The last day on which it can have happened. */
    private static LocalDate day(TimelineEvent event) {
        if (event.occurredOn() != null) {
            return event.occurredOn().lastDay();
        }
        return event.sources().stream()
                .map(Source::publishedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(event.firstSeenAt())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private synchronized Prominence prominence() {
        Instant now = clock.instant();
        if (prominence == null || Duration.between(prominenceFrom, now).abs().compareTo(PROMINENCE_KEPT) > 0) {
            prominence = figures.prominence();
            prominenceFrom = now;
        }
        return prominence;
    }

    /** What an edition that was frozen says. */
    Draft frozen(Edition edition, List<EditionEvent> events, WeekFigures week) {
        List<Entry> entries =
                events.stream().map(this::frozen).filter(Objects::nonNull).toList();
        return new Draft(
                edition.localDate,
                edition.afterNumber,
                edition.upToNumber,
                entries,
                edition.events - entries.size(),
                edition.older,
                week);
    }

    private @Nullable Entry frozen(EditionEvent event) {
        Mark mark = Mark.of(event.mark);
        long number = mark == Mark.WITHDRAWN ? event.number - 1 : event.number;
        TimelineEvent state = timeline.asOf(List.of(event.eventId), number).get(event.eventId);
        return state == null ? null : new Entry(event.number, state, null, mark, event.correction);
    }
}
