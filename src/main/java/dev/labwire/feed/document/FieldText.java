package dev.labwire.feed.document;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.labwire.text.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a text counts, and what date it is. Patterns are RE2's, which end in time whatever they are given. */
final class FieldText {

    private static final int LONGEST = 4_000;
    private static final int LARGEST_PATTERN = 1_000;
    private static final java.util.regex.Pattern IN_ADDRESS = java.util.regex.Pattern.compile(
            "(?<!\\d)(20\\d{2}|19\\d{2})[-/_]?(0[1-9]|1[0-2])(?:[-/_]?(0[1-9]|[12]\\d|3[01]))?(?!\\d)");

    private final @Nullable Pattern pattern;
    private final @Nullable DateTimeFormatter format;

    FieldText(@Nullable String pattern, @Nullable String dateFormat) {
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
        this.format = dateFormat == null ? null : format(dateFormat);
    }

    /** What is wrong with a pattern; null where nothing is. */
    static @Nullable String patternFault(String pattern) {
        if (PatternCost.of(pattern) > LARGEST_PATTERN) {
            return "repeats too much";
        }
        try {
            Pattern.compile(pattern);
            return null;
        } catch (com.google.re2j.PatternSyntaxException wrong) {
            return "is no regular expression (RE2): " + wrong.getDescription();
        }
    }

    /** What is wrong with a format of dates; null where nothing is. */
    static @Nullable String formatFault(String format) {
        try {
            format(format);
            return null;
        } catch (IllegalArgumentException wrong) {
            return "is no format of dates: " + wrong.getMessage();
        }
    }

    private static DateTimeFormatter format(String format) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format)
                .toFormatter(Locale.ENGLISH);
    }

    /** The part that counts; empty where the pattern finds none. */
    Optional<String> part(String text) {
        if (pattern == null) {
            return Optional.of(text);
        }
        Matcher matcher = pattern.matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }

    /** The date in a text. */
    Optional<Instant> date(String text) {
        return part(text).flatMap(part -> format == null ? Timestamps.parse(part) : formatted(part.strip()));
    }

    private Optional<Instant> formatted(String text) {
        try {
            TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Stream.of(read).map(FieldText::instant).findFirst();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : ((LocalDate) read).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The date that an address carries, as in {@code /2026/05/19/title} or {@code title-2026-05-19}. */
    Optional<Instant> dateInAddress(String address) {
        if (pattern != null || format != null) {
            return date(address);
        }
        java.util.regex.Matcher found = IN_ADDRESS.matcher(address.replaceFirst("^https?://[^/]*", ""));
        return found.find()
                ? Timestamps.parse(
                        found.group(1) + "-" + found.group(2) + "-" + (found.group(3) == null ? "01" : found.group(3)))
                : Optional.empty();
    }
}
