package dev.labwire.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.labwire.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/** Says no before a resource is found that could: the same problem as it would answer. */
@Singleton
final class EarlyRefusal {

    private final ObjectMapper mapper;

    EarlyRefusal(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void send(HttpServerResponse response, ProblemException refusal) {
        response.setStatusCode(refusal.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(json(refusal));
    }

    private String json(ProblemException refusal) {
        try {
            return mapper.writeValueAsString(refusal.problem());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
