package dev.labwire.timeline.merge;

import dev.labwire.extraction.OccurredOn;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The days on which something can have happened, both ends included. */
record DaySpan(LocalDate first, LocalDate last) {

    /** News of something done "by" a day is seldom older than this. */
    private static final int NEWS_AGE_DAYS = 14;

    /** The most telling span first. */
    static final Comparator<DaySpan> NARROWEST =
            Comparator.comparing(DaySpan::days).thenComparing(DaySpan::first);

    /** The days a telling can mean, or null when it does not say and its article's day says nothing of it either. */
    static @Nullable DaySpan of(Telling telling) {
        OccurredOn date = telling.mention().occurredOn();
        if (date != null && date.precision() != OccurredOn.Precision.BY) {
            return new DaySpan(date.firstDay(), date.lastDay());
        }
        LocalDate last = date == null ? telling.article().publishedOn() : date.lastDay();
        return last == null || !telling.primary() ? null : new DaySpan(last.minusDays(NEWS_AGE_DAYS), last);
    }

    /** Days between the two, 0 when they overlap. */
    long gapTo(DaySpan other) {
        if (last.isBefore(other.first)) {
            return ChronoUnit.DAYS.between(last, other.first);
        }
        return other.last.isBefore(first) ? ChronoUnit.DAYS.between(other.last, first) : 0;
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** True for a year and the like: too long for a margin around it to mean anything. */
    boolean wide() {
        return days() > 62;
    }
}
