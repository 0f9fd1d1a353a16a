package dev.labwire.timeline.merge;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an event became what it is: its tellings, taken in the order of their publication, each change of status or date a step. */
final class History {

    private final EventDate dates;
    private final List<Telling> heard = new ArrayList<>();
    private final List<Change> steps = new ArrayList<>();

    private @Nullable Status status;
    private @Nullable OccurredOn date;

    private History(EventDate dates) {
        this.dates = dates;
    }

    static List<Change> of(List<Telling> tellings, EventDate dates) {
        History history = new History(dates);
        List<Telling> primary = tellings.stream().filter(Telling::primary).toList();
        (primary.isEmpty() ? tellings : primary)
                .stream().sorted(Telling.BY_PUBLICATION).forEach(history::hear);
        return List.copyOf(history.steps);
    }

    private void hear(Telling telling) {
        heard.add(telling);
        boolean nothingNew = telling.mention().status() == status
                && (telling.mention().occurredOn() == null
                        || telling.mention().occurredOn().equals(date));
        if (nothingNew) {
            return;
        }
        Status statusNow = StatusFold.of(heard);
        OccurredOn dateNow = dates.of(heard);
        if (statusNow != status || !Objects.equals(dateNow, date)) {
            status = statusNow;
            date = dateNow;
            steps.add(new Change(
                    at(telling),
                    statusNow,
                    dateNow,
                    telling.article().url(),
                    telling.mention().quote()));
        }
    }

    private static Instant at(Telling telling) {
        Instant published = telling.article().publishedAt();
        return published == null ? telling.article().firstSeenAt() : published;
    }
}
