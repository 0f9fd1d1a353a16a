package dev.labwire.timeline;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the columns of native queries, whose types differ a little between drivers. */
final class Rows {

    private static final int CHUNK = 500;

    private Rows() {}

    static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    static String text(Tuple row, String column) {
        return (String) row.get(column);
    }

    static @Nullable String textOrNull(Tuple row, String column) {
        return (String) row.get(column);
    }

    static Instant instant(Tuple row, String column) {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(Tuple row, String column) {
        Object value = row.get(column);
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    /** Parts that fit into an {@code in (…)}. */
    static <T> Stream<List<T>> chunks(Collection<T> all) {
        List<T> list = new ArrayList<>(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < list.size(); start += CHUNK) {
            chunks.add(list.subList(start, Math.min(list.size(), start + CHUNK)));
        }
        return chunks.stream();
    }
}
