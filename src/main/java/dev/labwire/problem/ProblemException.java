package dev.labwire.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that a client can understand; a mapper turns it into a {@link Problem}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private ProblemException(int status, String title, @Nullable String detail, List<Problem.FieldError> errors) {
        super(detail == null ? title : detail);
        this.problem = new Problem("about:blank", title, status, detail, errors);
    }

    /** 400: one input is wrong. */
    public static ProblemException badInput(String field, String message) {
        return badInput(List.of(new Problem.FieldError(field, message)));
    }

    /** 400: several inputs are wrong; the detail repeats the first. */
    public static ProblemException badInput(List<Problem.FieldError> errors) {
        Problem.FieldError first = errors.get(0);
        return new ProblemException(400, "Bad Request", first.field() + ": " + first.message(), errors);
    }

    /** 404: there is no such thing. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "Not Found", detail, List.of());
    }

    /** 409: the state of things forbids it. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(409, "Conflict", detail, List.of());
    }

    /** 413: more than is taken. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "Content Too Large", detail, List.of());
    }

    /** 429: too often. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(429, "Too Many Requests", detail, List.of());
    }

    /** 503: this service is not set up for it yet, or can't do it now. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, "Service Unavailable", detail, List.of());
    }

    public Problem problem() {
        return problem;
    }
}
