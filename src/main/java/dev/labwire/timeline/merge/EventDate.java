package dev.labwire.timeline.merge;

import dev.labwire.extraction.OccurredOn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the date of an event: the most exact, then the most voted for, then the earliest. */
record EventDate(Ballot ballot) {

    @Nullable
    OccurredOn of(List<Telling> tellings) {
        List<Telling> dated = tellings.stream()
                .filter(telling -> telling.mention().occurredOn() != null)
                .toList();
        List<Telling> primary = dated.stream().filter(Telling::primary).toList();
        Map<OccurredOn, Integer> votes = new HashMap<>();
        (primary.isEmpty() ? dated : primary)
                .forEach(telling -> votes.merge(telling.mention().occurredOn(), ballot.weight(telling), Integer::sum));
        Comparator<OccurredOn> order = Comparator.comparingInt((OccurredOn date) -> rank(date.precision()))
                .thenComparing(date -> date.precision() == OccurredOn.Precision.BY ? 0 : -votes.get(date))
                .thenComparing(OccurredOn::date);
        return votes.keySet().stream().min(order).orElse(null);
    }

    private static int rank(OccurredOn.Precision precision) {
        return switch (precision) {
            case DAY -> 0;
            case BY -> 1;
            case MONTH -> 2;
            case YEAR -> 3;
        };
    }

    /** The day that orders an event without a date: that of its first article. */
    static LocalDate firstArticle(List<Telling> tellings) {
        return tellings.stream()
                .map(EventDate::articleDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate articleDay(Telling telling) {
        LocalDate published = telling.article().publishedOn();
        return published != null
                ? published
                : LocalDate.ofInstant(telling.article().firstSeenAt(), ZoneOffset.UTC);
    }
}
