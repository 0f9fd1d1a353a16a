package dev.labwire.feed.document;

import org.jspecify.annotations.Nullable;

/** Says what is wrong with what an owner wrote of how to read a list. */
public final class SelectorFaults {

    private SelectorFaults() {}

    /** Of ways to find a field on a page; null where nothing is wrong. */
    public static @Nullable String ofPage(String written) {
        if (FieldWay.split(written).isEmpty()) {
            return "is empty";
        }
        for (FieldWay way : FieldWay.of(written)) {
            String fault = way.selector().isEmpty() ? null : SelectorCheck.fault(way.selector());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Of ways to find a field in JSON; null where nothing is wrong. */
    public static @Nullable String ofJson(String written) {
        for (String way : FieldWay.split(written)) {
            if (way.chars().filter(c -> c == '{').count()
                    != way.chars().filter(c -> c == '}').count()) {
                return "has a brace without its other half";
            }
        }
        return FieldWay.split(written).isEmpty() ? "is empty" : null;
    }

    /** Of a pattern; null where nothing is wrong. */
    public static @Nullable String ofPattern(String pattern) {
        return FieldText.patternFault(pattern);
    }

    /** Of a format of dates; null where nothing is wrong. */
    public static @Nullable String ofDateFormat(String format) {
        return FieldText.formatFault(format);
    }
}
