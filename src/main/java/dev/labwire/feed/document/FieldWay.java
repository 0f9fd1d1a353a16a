package dev.labwire.feed.document;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to find a field of an entry on a page.
 *
 * @param selector of the element; empty for the entry itself
 * @param attribute what of it counts; null for its words
 */
record FieldWay(String selector, @Nullable String attribute) {

    private static final String ADDRESS = "@url";

    /** The ways that are written down, in their order. */
    static List<FieldWay> of(String written) {
        return split(written).stream().map(FieldWay::one).toList();
    }

    static List<String> split(String written) {
        return Arrays.stream(written.split("\\|\\|"))
                .map(String::strip)
                .filter(way -> !way.isEmpty())
                .toList();
    }

    private static FieldWay one(String way) {
        int at = way.lastIndexOf('@');
        return at < 0 || !way.substring(at + 1).matches("[A-Za-z][A-Za-z0-9:_-]*")
                ? new FieldWay(way, null)
                : new FieldWay(way.substring(0, at).strip(), way.substring(at + 1));
    }

    /** Whether the address of the entry is meant. */
    boolean isAddress() {
        return selector.isEmpty() && ADDRESS.substring(1).equals(attribute);
    }
}
