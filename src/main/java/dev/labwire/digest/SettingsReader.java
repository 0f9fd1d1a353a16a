package dev.labwire.digest;

import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.TimelineChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a subscriber wishes out of JSON, a form or a line of a list; everything wrong is told at once. */
@ApplicationScoped
class SettingsReader {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_FILTER = 4000;

    private final TimelineChanges timeline;

    SettingsReader(TimelineChanges timeline) {
        this.timeline = timeline;
    }

    /**
     * What was asked for, unread.
     *
     * @param filter query parameters of the list of events
     */
    record Wishes(
            @Nullable String email,
            @Nullable String timeZone,
            @Nullable String deliverAt,
            @Nullable String language,
            @Nullable Boolean whenQuiet,
            @Nullable Map<String, List<String>> filter) {}

    /** What was asked for, and by whom. */
    record Wanted(String address, Settings settings) {}

    /**
     * Reads the wishes of somebody who gives an address.
     *
     * @throws ProblemException naming every field that is wrong
     */
    Wanted wanted(Wishes wishes) {
        List<Problem.FieldError> errors = new ArrayList<>();
        String address = address(wishes.email(), errors);
        Settings settings = settings(wishes, errors);
        refuse(errors);
        return new Wanted(address, settings);
    }

    /** The same of somebody whose address is known. */
    Settings settings(Wishes wishes) {
        List<Problem.FieldError> errors = new ArrayList<>();
        Settings settings = settings(wishes, errors);
        refuse(errors);
        return settings;
    }

    private static void refuse(List<Problem.FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
    }

    private Settings settings(Wishes wishes, List<Problem.FieldError> errors) {
        return new Settings(
                zone(wishes.timeZone(), errors),
                time(wishes.deliverAt(), errors),
                language(wishes.language(), errors),
                Boolean.TRUE.equals(wishes.whenQuiet()),
                filter(wishes.filter(), errors));
    }

    private static String address(@Nullable String email, List<Problem.FieldError> errors) {
        try {
            return EmailAddress.of(email == null ? "" : email).text();
        } catch (IllegalArgumentException wrong) {
            errors.add(new Problem.FieldError("email", wrong.getMessage()));
            return "";
        }
    }

    /** By name, so that the digest follows when clocks change; an offset would not. */
    private static ZoneId zone(@Nullable String name, List<Problem.FieldError> errors) {
        if (name == null || name.isBlank()) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(name.strip()) || name.strip().startsWith("SystemV/")) {
            errors.add(new Problem.FieldError("timeZone", "must be a zone of the IANA database such as Europe/Berlin"));
            return ZoneId.of("UTC");
        }
        return ZoneId.of(name.strip());
    }

    private static LocalTime time(@Nullable String text, List<Problem.FieldError> errors) {
        try {
            return text == null || text.isBlank() ? LocalTime.of(7, 30) : LocalTime.parse(text.strip(), TIME);
        } catch (DateTimeException unreadable) {
            errors.add(new Problem.FieldError("deliverAt", "must be a time such as 07:30"));
            return LocalTime.MIDNIGHT;
        }
    }

    private static String language(@Nullable String tag, List<Problem.FieldError> errors) {
        String language =
                tag == null || tag.isBlank() ? Languages.DEFAULT : tag.strip().toLowerCase(Locale.ROOT);
        if (!Languages.ALL.contains(language)) {
            errors.add(new Problem.FieldError("language", "must be one of " + String.join(", ", Languages.ALL)));
        }
        return language;
    }

    private Map<String, List<String>> filter(
            @Nullable Map<String, List<String>> filter, List<Problem.FieldError> errors) {
        Map<String, List<String>> given = filter == null ? Map.of() : filter;
        try {
            timeline.filter(given);
            if (given.toString().length() > LONGEST_FILTER) {
                errors.add(new Problem.FieldError("filter", "is longer than is taken"));
            }
        } catch (ProblemException wrong) {
            wrong.problem()
                    .errors()
                    .forEach(error -> errors.add(new Problem.FieldError("filter." + error.field(), error.message())));
        }
        return given;
    }

    /** Query parameters as they stand in an address behind the question mark, escaped or not. */
    static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.strip().replaceFirst("^\\?", "").split("&")) {
            if (!pair.isBlank()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unescaped) {
            return text.strip();
        }
    }
}
