package dev.labwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When editions are due: every local day at a local time. Where clocks are put forward over that time, when they are; where
 * they are put back, at the first of the two times. A day that a zone leaves out has no edition.
 */
record DueDates(ZoneId zone, LocalTime at) {

    /** When the edition of that day is due. */
    Instant due(LocalDate day) {
        LocalDateTime local = day.atTime(at);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** Whether there is such a day in the zone. */
    private boolean exists(LocalDate day) {
        return due(day).atZone(zone).toLocalDate().equals(day);
    }

    /** The last day whose edition was due then or before. */
    LocalDate latest(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        while (!exists(day) || due(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first day whose edition is due after that. */
    LocalDate first(Instant now) {
        return after(latest(now));
    }

    /** The next day that has an edition. */
    LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!exists(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
