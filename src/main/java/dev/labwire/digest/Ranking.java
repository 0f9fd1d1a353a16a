package dev.labwire.digest;

import dev.labwire.extraction.Status;
import dev.labwire.timeline.Prominence;
import dev.labwire.timeline.event.TimelineEvent;
import java.util.Comparator;

/** Puts first what is surest, told by most, and about those whom most is told of. */
record Ranking(Prominence prominence) {

    private static final double OF_STANDING = 0.15;

    Comparator<Entry> order() {
        return Comparator.comparingDouble((Entry entry) -> -score(entry.event()))
                .thenComparing(entry -> entry.event().id());
    }

    double score(TimelineEvent event) {
        return event.confidence()
                * weight(event.status())
                * (1 + Math.log(Math.max(1, event.sourceCount())))
                * (1 + OF_STANDING * prominence.of(event));
    }

    private static double weight(Status status) {
        return switch (status) {
            case CONFIRMED -> 1;
            case DENIED -> 0.9;
            case REPORTED -> 0.8;
            case RUMORED -> 0.5;
        };
    }
}
