package dev.labwire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When editions are due, clocks being put forward and back. */
class DueDatesTest {

    private static DueDates dates(String zone, String at) {
        return new DueDates(ZoneId.of(zone), LocalTime.parse(at));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,      07:30, 2026-01-15, 2026-01-15T06:30:00Z",
        "Europe/Berlin,      07:30, 2026-07-15, 2026-07-15T05:30:00Z",
        "Asia/Kolkata,       07:30, 2026-07-15, 2026-07-15T02:00:00Z",
        "Asia/Kathmandu,     07:30, 2026-07-15, 2026-07-15T01:45:00Z",
        "Pacific/Kiritimati, 07:30, 2026-07-15, 2026-07-14T17:30:00Z",
        // 02:30 is left out: when the clocks are put forward, at 03:00 summer time
        "Europe/Berlin,      02:30, 2026-03-29, 2026-03-29T01:00:00Z",
        "America/New_York,   02:30, 2026-03-08, 2026-03-08T07:00:00Z",
        // half an hour is left out
        "Australia/Lord_Howe, 02:15, 2026-10-04, 2026-10-03T15:30:00Z",
        // 01:30 comes twice: the first time
        "America/New_York,   01:30, 2026-11-01, 2026-11-01T05:30:00Z",
        "Europe/Berlin,      02:30, 2026-10-25, 2026-10-25T00:30:00Z",
        // midnight itself is left out
        "America/Santiago,   00:00, 2026-09-06, 2026-09-06T04:00:00Z",
    })
    void anEditionIsDueAtTheLocalTime(String zone, String at, String day, String instant) {
        assertThat(dates(zone, at).due(LocalDate.parse(day))).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Africa/Cairo",
                "America/Santiago",
                "Antarctica/Troll",
                "Africa/Casablanca"
            })
    void everyDayOfAYearHasOneEditionAtAnyTime(String zone) {
        for (int minute = 0; minute < 24 * 60; minute += 30) {
            DueDates dates = new DueDates(ZoneId.of(zone), LocalTime.MIDNIGHT.plusMinutes(minute));
            Set<LocalDate> days = new HashSet<>();
            LocalDate day = LocalDate.parse("2025-12-31");
            Instant before = dates.due(day);
            while (days.size() < 365) {
                day = dates.after(day);
                assertThat(dates.due(day)).isAfter(before);
                assertThat(dates.latest(dates.due(day))).isEqualTo(day);
                assertThat(dates.latest(dates.due(day).minusSeconds(1))).isEqualTo(day.minusDays(1));
                before = dates.due(day);
                days.add(day);
            }
            assertThat(day).isEqualTo(LocalDate.parse("2026-12-31"));
        }
    }

    @Test
    void aDayThatAZoneLeavesOutHasNone() {
        // Samoa went over the date line: there was no 30 December 2011.
        DueDates dates = dates("Pacific/Apia", "07:30");

        assertThat(dates.after(LocalDate.parse("2011-12-29"))).isEqualTo(LocalDate.parse("2011-12-31"));
        assertThat(dates.latest(Instant.parse("2011-12-30T12:00:00Z"))).isEqualTo(LocalDate.parse("2011-12-29"));
    }

    @Test
    void whoSubscribesBeforeTheTimeOfDayGetsTheFirstEditionToday() {
        DueDates dates = dates("Europe/Berlin", "07:30");

        assertThat(dates.first(Instant.parse("2026-05-19T05:00:00Z"))).isEqualTo(LocalDate.parse("2026-05-19"));
        assertThat(dates.first(Instant.parse("2026-05-19T06:00:00Z"))).isEqualTo(LocalDate.parse("2026-05-20"));
    }
}
