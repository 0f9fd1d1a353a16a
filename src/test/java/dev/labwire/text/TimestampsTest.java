package dev.labwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 18 Aug 2026 10:30:00 GMT | 2026-08-18T10:30:00Z",
                "Tue, 18 Aug 2026 10:30:00 +0200 | 2026-08-18T08:30:00Z",
                "Tuesday, 18-Aug-26 10:30:00 EST | 2026-08-18T15:30:00Z",
                "18 Aug 2026 | 2026-08-18T00:00:00Z",
                "18 August 2026 | 2026-08-18T00:00:00Z",
                "Aug 18, 2026 | 2026-08-18T00:00:00Z",
                "August 18th, 2026 | 2026-08-18T00:00:00Z",
                "2026-08-18 | 2026-08-18T00:00:00Z",
                "2026-08-18T10:30:00Z | 2026-08-18T10:30:00Z",
                "2026-08-18T10:30:00.123+02:00 | 2026-08-18T08:30:00.123Z",
                "2026-08-18 10:30:00 -0700 | 2026-08-18T17:30:00Z",
                "2026/08/18 | 2026-08-18T00:00:00Z",
                "20260818 | 2026-08-18T00:00:00Z",
                "2026年8月18日 | 2026-08-18T00:00:00Z",
                "Sun, 17 Dec 2017 1:55 PM EST | 2017-12-17T18:55:00Z",
                "Fri, 31 Mar 2023 20:19:00 America/Los_Angeles | 2023-04-01T03:19:00Z",
                "Thu Jan  1 10:00:00 2004 | 2004-01-01T10:00:00Z",
                "1520932969 | 2018-03-13T09:22:49Z",
                "Published on May 5, 2026 by Ann | 2026-05-05T00:00:00Z",
            })
    void readsWhatFeedsAndPagesCarry(String text, Instant instant) {
        assertThat(Timestamps.parse(text)).contains(instant);
    }

    @Test
    void whatIsNoDateIsEmpty() {
        for (String text : new String[] {"", "yesterday", "2026-13-45", "99 Foo 2026", "Chapter 12, 30"}) {
            assertThat(Timestamps.parse(text)).as(text).isEmpty();
        }
        assertThat(Timestamps.parse(null)).isEmpty();
    }
}
