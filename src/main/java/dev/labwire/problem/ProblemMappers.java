package dev.labwire.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem answer; nothing of the inside gets out. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        Response.ResponseBuilder answer = answer(refusal.problem());
        return (refusal.problem().status() == 429 ? answer.header("Retry-After", refusal.retryAfterSeconds()) : answer)
                .build();
    }

    /** Both types are named: the framework has a mapper of its own for the narrower one. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException failure) {
        String field = failure instanceof JsonMappingException mapping ? path(mapping) : "";
        return refused(ProblemException.badInput(field.isEmpty() ? "body" : field, complaint(failure)));
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** In our words: the parser's own name classes of the inside. */
    private static String complaint(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "there is no such field";
        }
        if (failure.getOriginalMessage().startsWith("Trailing token")) {
            return "is not JSON: something stands behind its end";
        }
        if (failure instanceof JsonMappingException) {
            return "is not of the expected type";
        }
        JsonLocation where = failure.getLocation();
        if (failure.getOriginalMessage().startsWith("Duplicate field") && where != null) {
            return "names a field twice: line " + where.getLineNr() + ", column " + where.getColumnNr();
        }
        return where == null
                ? "is not JSON"
                : "is not JSON: line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    @ServerExceptionMapper
    Response refusedByHttp(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        Response given = failure.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        String title = given.getStatusInfo().getReasonPhrase();
        return answer(new Problem("about:blank", title, given.getStatus(), null, List.of()))
                .build();
    }

    @ServerExceptionMapper
    Response unread(IOException failure) {
        if ("Request too large".equals(failure.getMessage())) {
            return refused(ProblemException.tooLarge("the body is larger than this service takes"));
        }
        boolean ofTheClient = failure instanceof UnsupportedEncodingException
                || String.valueOf(failure.getMessage()).startsWith("Connection terminated");
        return ofTheClient
                ? refused(ProblemException.badInput("body", "can't be read: it is cut off, or of an unknown charset"))
                : broken(failure);
    }

    @ServerExceptionMapper
    Response broken(Throwable failure) {
        LOG.error("a request failed", failure);
        return answer(new Problem("about:blank", "Internal Server Error", 500, "The log has the cause.", List.of()))
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status())
                .type(new MediaType("application", "problem+json"))
                .entity(problem);
    }
}
