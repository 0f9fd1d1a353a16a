package dev.labwire.access;

import dev.labwire.problem.ProblemException;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * How large a body may be. The framework knows one limit for all paths; this lowers it to what each needs, and says so in
 * a problem. A body that does not say its length is cut off while it is read.
 */
@Singleton
final class BodyLimits {

    private static final int BEFORE_THE_FRAMEWORK = 500;
    private static final int AFTER_THE_FRAMEWORK = 1;
    private static final long USUAL = 1024L * 1024;
    private static final Map<String, Long> LARGER = Map.of(
            "/api/v1/admin/feeds/plan", 3 * USUAL, "/api/v1/admin/feeds.opml", 4 * USUAL, "/admin/import", 4 * USUAL);

    private final EarlyRefusal refusals;

    BodyLimits(EarlyRefusal refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, BEFORE_THE_FRAMEWORK);
        filters.register(BodyLimits::lower, AFTER_THE_FRAMEWORK);
    }

    private static long limit(RoutingContext request) {
        return LARGER.getOrDefault(request.normalizedPath(), USUAL);
    }

    private static void lower(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(request));
        request.next();
    }

    private void refuseTooLarge(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isLarger(length, limit(request))) {
            request.next();
            return;
        }
        ProblemException refusal =
                ProblemException.tooLarge("a body may have " + limit(request) + " bytes here, not " + length);
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        refusals.send(request.response(), refusal);
    }

    /** What is no number is for the server to refuse. */
    private static boolean isLarger(String length, long limit) {
        return length.matches("\\d{1,18}") && Long.parseLong(length) > limit;
    }
}
