package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The timeline as it changes, as server-sent events (HTML Standard, section 9.2). */
@Path("/api/v1/events/stream")
@Tag(name = "Timeline")
class EventStreamResource {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final int LOOKS_BETWEEN_COMMENTS = 30;
    private static final int AT_ONCE = 100;
    private static final int MOST_STREAMS = 200;
    private static final long RECONNECT_MILLIS = 3000;

    private final EventQuestions questions;
    private final EventChanges changes;
    private final PageJson json;
    private final AtomicInteger open = new AtomicInteger();

    EventStreamResource(EventQuestions questions, EventChanges changes, PageJson json) {
        this.questions = questions;
        this.changes = changes;
        this.json = json;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Events as they change, live",
            description = "Each message is an event, or a tombstone with `gone`; its id is a cursor of changes. With"
                    + " `Last-Event-ID` (or `changedSince`) it goes on behind that one, else it begins with what changes"
                    + " from now on.")
    @Parameter(ref = "type")
    @Parameter(ref = "kind")
    @Parameter(ref = "status")
    @Parameter(ref = "organization")
    @Parameter(ref = "fromOrganization")
    @Parameter(ref = "toOrganization")
    @Parameter(ref = "person")
    @Parameter(ref = "model")
    @Parameter(ref = "since")
    @Parameter(ref = "until")
    @Parameter(ref = "seenSince")
    @Parameter(ref = "language")
    @Parameter(ref = "tag")
    @Parameter(ref = "feed")
    @Parameter(ref = "minSources")
    @Parameter(ref = "minConfidence")
    @Parameter(ref = "salience")
    @Parameter(ref = "q")
    @Parameter(ref = "changedSince")
    @APIResponse(responseCode = "200", description = "A stream without end")
    @APIResponse(responseCode = "400", description = "A parameter is unknown or its value is wrong")
    @APIResponse(responseCode = "429", description = "There are too many streams already")
    public Multi<OutboundSseEvent> stream(
            @Context Sse sse, @Context UriInfo uri, @HeaderParam("Last-Event-ID") @Nullable String last) {
        EventQuestions.Following following = questions.stream(uri.getQueryParameters(), last);
        long from = following.from() == null ? changes.last() : following.from();
        changes.since(from, following.filter(), 1);
        if (open.incrementAndGet() > MOST_STREAMS) {
            open.decrementAndGet();
            throw ProblemException.tooMany("There are " + MOST_STREAMS + " streams already.");
        }
        Follower follower = new Follower(sse, following.filter(), from);
        return Multi.createFrom()
                .ticks()
                .every(LOOKS_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToMultiAndConcatenate(tick -> Uni.createFrom()
                        .item(follower::look)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found)))
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    /** Where one stream is. */
    private final class Follower {

        private final Sse sse;
        private final EventFilter filter;
        private long upTo;
        private int silent = LOOKS_BETWEEN_COMMENTS;

        Follower(Sse sse, EventFilter filter, long from) {
            this.sse = sse;
            this.filter = filter;
            this.upTo = from;
        }

        /** What changed since the last look; when nothing did for long, a comment that keeps the connection open. */
        List<OutboundSseEvent> look() {
            List<OutboundSseEvent> found = new ArrayList<>();
            if (changes.last() > upTo) {
                EventChanges.Page page = changes.since(upTo, filter, AT_ONCE);
                page.changes().forEach(change -> found.add(message(change)));
                upTo = page.upTo();
            }
            silent = found.isEmpty() ? silent + 1 : 0;
            if (silent > LOOKS_BETWEEN_COMMENTS) {
                silent = 0;
                found.add(sse.newEventBuilder()
                        .comment("listening")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build());
            }
            return found;
        }

        private OutboundSseEvent message(EventChanges.Change change) {
            return sse.newEventBuilder()
                    .id(ChangeCursor.text(change.number()))
                    .data(json.change(change))
                    .build();
        }
    }
}
