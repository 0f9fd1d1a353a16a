package dev.labwire.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer, as RFC 9457 has it.
 *
 * @param type a URI that names the kind of problem; {@code about:blank} where the status says all
 * @param title the kind of problem in a few words
 * @param status the HTTP status code
 * @param detail what went wrong this time, for a person
 * @param errors one entry for each wrong input; empty where no input was wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, List<FieldError> errors) {

    /**
     * One wrong input.
     *
     * @param field the parameter, the JSON path or the file position that is wrong
     * @param message what is wrong with it
     */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }
}
