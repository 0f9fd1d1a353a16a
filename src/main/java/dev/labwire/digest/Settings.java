package dev.labwire.digest;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a subscriber wishes.
 *
 * @param language of labels, a tag such as {@code de}
 * @param whenQuiet whether to send an edition that has nothing to tell
 * @param filter query parameters of the list of events, as given
 */
record Settings(
        ZoneId zone, LocalTime deliverAt, String language, boolean whenQuiet, Map<String, List<String>> filter) {

    Settings {
        Map<String, List<String>> sorted = new TreeMap<>();
        filter.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        filter = java.util.Collections.unmodifiableMap(sorted);
    }

    DueDates dueDates() {
        return new DueDates(zone, deliverAt);
    }

    /** The filter as a person may write it: {@code type=people_move&organization=anthropic}. */
    String filterText() {
        return filter.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }
}
