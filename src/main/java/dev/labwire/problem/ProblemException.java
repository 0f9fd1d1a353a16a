package dev.labwire.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that a client can understand; a mapper turns it into a {@link Problem}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int A_MINUTE = 60;

    private final transient Problem problem;
    private final int retryAfterSeconds;

    private ProblemException(int status, String title, @Nullable String detail, List<Problem.FieldError> errors) {
        this(status, title, detail, errors, A_MINUTE);
    }

    private ProblemException(
            int status, String title, @Nullable String detail, List<Problem.FieldError> errors, int retryAfterSeconds) {
        super(detail == null ? title : detail);
        this.problem = new Problem("about:blank", title, status, detail, errors);
        this.retryAfterSeconds = retryAfterSeconds;
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

    /** 403: who asks may not have it this way. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "Forbidden", detail, List.of());
    }

    /** 404: there is no such thing. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "Not Found", detail, List.of());
    }

    /** 409: the state of things forbids it. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(409, "Conflict", detail, List.of());
    }

    /** 412: what the client has seen is not what there is. */
    public static ProblemException outdated(String detail) {
        return new ProblemException(412, "Precondition Failed", detail, List.of());
    }

    /** 413: more than is taken. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "Content Too Large", detail, List.of());
    }

    /** 429: too often. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(429, "Too Many Requests", detail, List.of());
    }

    /** 429: too often; after so many seconds it is worth another try. */
    public static ProblemException tooMany(String detail, int retryAfterSeconds) {
        return new ProblemException(429, "Too Many Requests", detail, List.of(), retryAfterSeconds);
    }

    /** 503: this service is not set up for it yet, or can't do it now. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, "Service Unavailable", detail, List.of());
    }

    public Problem problem() {
        return problem;
    }

    /** When to come back, for one that says too often. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
