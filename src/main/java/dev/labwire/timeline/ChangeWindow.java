package dev.labwire.timeline;

import dev.labwire.timeline.event.TimelineEvent;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two changes of the timeline, whatever the filter. The past does not change, so that a window opened
 * again later shows the same. Thread-safe.
 */
public final class ChangeWindow {

    private final String timeline;
    private final long after;
    private final long upTo;
    private final Map<String, Span> spans;
    private final Map<String, String> successors;
    private final Map<Long, TimelineEvent> read = new ConcurrentHashMap<>();

    /**
     * One event's change: the revisions before and after it.
     *
     * @param number of the last change
     */
    record Span(
            @Nullable Long before,
            @Nullable Long now,
            long number,
            @Nullable String mergedInto) {}

    ChangeWindow(String timeline, long after, long upTo, Map<String, Span> spans, Map<String, String> successors) {
        this.successors = Map.copyOf(successors);
        this.timeline = timeline;
        this.after = after;
        this.upTo = upTo;
        this.spans = Collections.unmodifiableMap(spans);
    }

    /** Which timeline it looks on; another database has another. */
    public String timeline() {
        return timeline;
    }

    /** Number of the last change before it. */
    public long after() {
        return after;
    }

    /** Number of the last change in it. */
    public long upTo() {
        return upTo;
    }

    /** Ids of the events that changed in it, and of all that ever went into one of these. */
    public Set<String> ids() {
        Set<String> ids = new HashSet<>(spans.keySet());
        ids.addAll(successors.keySet());
        return ids;
    }

    /** The event that one went into in the end; itself where it went into none. */
    public String survivor(String id) {
        Set<String> passed = new HashSet<>();
        String at = id;
        while (passed.add(at) && successors.containsKey(at)) {
            at = successors.get(at);
        }
        return at;
    }

    /** By id of the event, in the order of their last changes. */
    Map<String, Span> spans() {
        return spans;
    }

    /** The events that were read already, by revision. */
    Map<Long, TimelineEvent> read() {
        return read;
    }
}
