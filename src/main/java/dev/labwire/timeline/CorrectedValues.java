package dev.labwire.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the values of a correction are such as an event can have; what is wrong is told all at once. */
final class CorrectedValues {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_HEADLINE = 300;
    private static final Set<String> AMOUNTS = Set.of("priceIn", "priceOut", "amountUsd");
    private static final Set<String> COUNTS = Set.of("contextTokens", "parameters");
    private static final Pattern DATE = Pattern.compile("(19|20|21)\\d\\d(-\\d\\d(-\\d\\d)?)?");
    private static final double MOST = 1e18;

    private final List<Problem.FieldError> errors = new ArrayList<>();

    private CorrectedValues() {}

    static void check(JsonNode patch) {
        CorrectedValues values = new CorrectedValues();
        values.words(patch, "kind", Kind.values(), Kind::wireName);
        values.words(patch, "status", Status.values(), Status::wireName);
        values.date(patch.get("occurredOn"));
        values.headline(patch.get("headline"));
        for (String part : List.of("move", "release", "deal")) {
            JsonNode body = patch.get(part);
            if (body != null) {
                body.properties().forEach(field -> values.value(part, field));
            }
        }
        values.texts("body", patch);
        if (!values.errors.isEmpty()) {
            throw ProblemException.badInput(values.errors);
        }
    }

    private <T> void words(JsonNode patch, String field, T[] known, Function<T, String> name) {
        JsonNode value = patch.get(field);
        List<String> names = Arrays.stream(known).map(name).toList();
        if (value != null && !(value.isTextual() && names.contains(value.asText()))) {
            wrong(field, "must be one of " + String.join(", ", names));
        }
    }

    private void date(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return;
        }
        List<String> precisions = Arrays.stream(OccurredOn.Precision.values())
                .map(OccurredOn.Precision::wireName)
                .toList();
        boolean fits = value.isObject()
                && DATE.matcher(value.path("date").asText()).matches()
                && precisions.contains(value.path("precision").asText());
        if (!fits) {
            wrong(
                    "occurredOn",
                    "needs a date such as 2026-05-19, 2026-05 or 2026, and the precision day, by, month or year");
        }
    }

    private void headline(@Nullable JsonNode value) {
        boolean wrong = value != null
                && (!value.isTextual()
                        || value.asText().isBlank()
                        || value.asText().length() > LONGEST_HEADLINE);
        if (wrong) {
            wrong("headline", "must be a text of at most " + LONGEST_HEADLINE + " characters");
        }
    }

    private void value(String part, Map.Entry<String, JsonNode> field) {
        String name = part + "." + field.getKey();
        JsonNode value = field.getValue();
        if (value.isNull()) {
            return;
        }
        if (AMOUNTS.contains(field.getKey())) {
            number(name, value, 0);
        } else if (COUNTS.contains(field.getKey())) {
            number(name, value, 1);
        } else if (field.getKey().equals("benchmarks")) {
            benchmarks(name, value);
        }
    }

    private void number(String name, JsonNode value, double least) {
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= MOST)) {
            wrong(name, "must be a number from " + (long) least + " on");
        }
    }

    private void benchmarks(String name, JsonNode value) {
        boolean fit = value.isArray();
        for (JsonNode benchmark : value) {
            fit &= !benchmark.path("name").asText("").isBlank()
                    && benchmark.path("score").isNumber()
                    && Double.isFinite(benchmark.path("score").asDouble())
                    && benchmark.path("unit").isTextual();
        }
        if (!fit) {
            wrong(name, "must be a list of name, score and unit");
        }
    }

    private void texts(String name, JsonNode value) {
        if (value.isTextual() && (value.asText().length() > LONGEST_TEXT || unprintable(value.asText()))) {
            wrong(name, "must not be longer than " + LONGEST_TEXT + " characters, or hold what can't be written");
        }
        value.properties().forEach(field -> texts(field.getKey(), field.getValue()));
        if (value.isArray()) {
            value.forEach(item -> texts(name, item));
        }
    }

    private static boolean unprintable(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n'
                        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private void wrong(String field, String message) {
        errors.add(new Problem.FieldError(field, message));
    }
}
