package dev.labwire.timeline;

import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters of one request. Gathers everything wrong with them, so that a user is told all at once. */
final class Parameters {

    private final Map<String, List<String>> given;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    Parameters(Map<String, List<String>> given, Set<String> known) {
        this.given = given;
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> wrong(name, "there is no such parameter"));
    }

    /** Refuses the request when anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.badInput(errors);
        }
    }

    void wrong(String name, String message) {
        errors.add(new Problem.FieldError(name, message));
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Every value of a parameter that may be given again and again. */
    List<String> all(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.stream().anyMatch(String::isBlank)) {
            wrong(name, "must not be empty");
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** The values of a parameter that takes only certain words. */
    List<String> words(String name, Collection<String> allowed) {
        List<String> values = all(name);
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> wrong(name, "'" + value + "' is none of " + String.join(", ", allowed)));
        return values;
    }

    /** The same of a parameter whose values may also stand between commas. */
    List<String> listed(String name, Collection<String> allowed) {
        List<String> values = all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> wrong(name, "'" + value + "' is none of " + String.join(", ", allowed)));
        return values;
    }

    @Nullable
    String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            wrong(name, "may be given once only");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    int whole(String name, int otherwise, int least, int most) {
        Integer value = read(name, "must be a whole number", Integer::valueOf);
        if (value != null && (value < least || value > most)) {
            wrong(name, "must be between " + least + " and " + most);
        }
        return value == null ? otherwise : value;
    }

    double fraction(String name, double otherwise) {
        Double value = read(name, "must be a number", Double::valueOf);
        if (value != null && !(value >= 0 && value <= 1)) {
            wrong(name, "must be between 0 and 1");
        }
        return value == null ? otherwise : value;
    }

    @Nullable
    LocalDate date(String name) {
        return read(name, "must be a date such as 2026-05-19", Parameters::dateOf);
    }

    @Nullable
    Instant instant(String name) {
        return read(name, "must be an instant such as 2026-05-19T08:00:00Z", Parameters::instantOf);
    }

    /** Years of more than four digits are no dates of happenings. */
    private static LocalDate dateOf(String value) {
        if (value.length() != "2026-05-19".length()) {
            throw new DateTimeException("not a date of four, two and two digits");
        }
        return LocalDate.parse(value);
    }

    private static Instant instantOf(String value) {
        if (value.length() <= "2026-05-19".length()) {
            return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        // A plus sign that was not escaped arrives as a blank.
        return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    }

    private <T> @Nullable T read(String name, String complaint, Function<String, T> reader) {
        String value = one(name);
        try {
            return value == null ? null : reader.apply(value);
        } catch (DateTimeException | NumberFormatException unreadable) {
            wrong(name, complaint);
            return null;
        }
    }
}
