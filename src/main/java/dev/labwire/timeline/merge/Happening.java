package dev.labwire.timeline.merge;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as its tellings have it, before it has an id.
 *
 * @param sortDay last day it can have happened, else the day of its first article
 * @param tellings primary ones first, then by publication
 */
public record Happening(
        Kind kind,
        Status status,
        Salience salience,
        double confidence,
        String headline,
        @Nullable OccurredOn occurredOn,
        LocalDate sortDay,
        @Nullable Move move,
        @Nullable Release release,
        @Nullable Deal deal,
        Instant firstSeenAt,
        List<Telling> tellings) {

    public Happening {
        tellings = List.copyOf(tellings);
    }
}
