package dev.labwire.timeline.merge;

import dev.labwire.extraction.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How sure an event is, all tellings considered: the surest of them, unless it was denied and not confirmed since. */
final class StatusFold {

    private StatusFold() {}

    static Status of(List<Telling> tellings) {
        List<Telling> telling = voices(tellings);
        Instant denied = telling.stream()
                .filter(one -> status(one) == Status.DENIED)
                .map(StatusFold::time)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (denied != null
                && telling.stream().noneMatch(one -> confirms(one) && time(one).isAfter(denied))) {
            return Status.DENIED;
        }
        return telling.stream()
                .map(StatusFold::status)
                .filter(status -> status != Status.DENIED)
                .max(Comparator.naturalOrder())
                .orElse(Status.RUMORED);
    }

    /** Who merely recalls an event has no say where others report it. */
    private static List<Telling> voices(List<Telling> tellings) {
        List<Telling> primary = tellings.stream().filter(Telling::primary).toList();
        return primary.isEmpty() ? tellings : primary;
    }

    private static boolean confirms(Telling telling) {
        return status(telling) == Status.CONFIRMED;
    }

    private static Status status(Telling telling) {
        return telling.mention().status();
    }

    private static Instant time(Telling telling) {
        Instant published = telling.article().publishedAt();
        return published == null ? Instant.MIN : published;
    }
}
