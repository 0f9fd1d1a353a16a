package dev.labwire.feed;

import dev.labwire.feed.ProbedFeed.Health;
import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.IdentifiedEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Judges what the entries of a document are like. */
final class EntryHealth {

    private static final int SEVERAL = 3;
    private static final int FULL_TEXT = 500;
    private static final Duration LONG_SILENCE = Duration.ofDays(180);

    private EntryHealth() {}

    static Health of(Collection<IdentifiedEntry> identified, Instant now) {
        List<Entry> entries = identified.stream().map(IdentifiedEntry::entry).toList();
        List<Instant> dates = entries.stream()
                .map(Entry::publishedAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Instant oldest = dates.isEmpty() ? null : dates.get(0);
        Instant newest = dates.isEmpty() ? null : dates.get(dates.size() - 1);
        return new Health(
                entries.size(),
                entries.size() - dates.size(),
                count(entries, entry -> entry.link() == null),
                count(entries, entry -> entry.title() == null),
                count(entries, EntryHealth::hasFullText),
                oldest,
                newest,
                warnings(identified, dates, now));
    }

    private static int count(List<Entry> entries, java.util.function.Predicate<Entry> which) {
        return (int) entries.stream().filter(which).count();
    }

    private static boolean hasFullText(Entry entry) {
        return entry.content() != null && entry.content().length() > FULL_TEXT
                || entry.summary() != null && entry.summary().length() > 4 * FULL_TEXT;
    }

    private static List<String> warnings(Collection<IdentifiedEntry> entries, List<Instant> dates, Instant now) {
        List<String> warnings = new ArrayList<>();
        if (entries.isEmpty()) {
            warnings.add("there is no entry");
            return warnings;
        }
        if (dates.isEmpty()) {
            warnings.add("no entry has a date: the day on which each is first seen counts");
        } else if (dates.size() < entries.size()) {
            warnings.add(entries.size() - dates.size() + " entries have no date");
        }
        if (dates.size() >= SEVERAL && dates.get(0).equals(dates.get(dates.size() - 1))) {
            warnings.add("all entries have the same date: it may be that of the page, not theirs");
        }
        if (!dates.isEmpty() && dates.get(dates.size() - 1).isAfter(now.plus(Duration.ofDays(1)))) {
            warnings.add("an entry is dated "
                    + dates.get(dates.size() - 1).atZone(ZoneOffset.UTC).toLocalDate() + ", which is to come");
        }
        if (!dates.isEmpty() && dates.get(dates.size() - 1).isBefore(now.minus(LONG_SILENCE))) {
            warnings.add("the newest entry is of "
                    + dates.get(dates.size() - 1).atZone(ZoneOffset.UTC).toLocalDate());
        }
        long shared = entries.stream().filter(IdentifiedEntry::sharedLink).count();
        if (shared > 0) {
            warnings.add(shared + " entries share a link with others: their pages are not fetched");
        }
        return warnings;
    }
}
