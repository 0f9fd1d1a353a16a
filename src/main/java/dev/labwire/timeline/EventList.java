package dev.labwire.timeline;

import dev.labwire.timeline.search.TextIndex;
import dev.labwire.timeline.search.TextQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists of events: a page of those that pass a filter, as they are or as they were believed to be. With a question in words,
 * the best answers come first, else the newest events.
 */
@ApplicationScoped
class EventList {

    private static final int HITS_AT_FIRST = 100;
    private static final int HITS_AT_MOST = 500;
    private static final int STREAMED_AT_ONCE = 500;

    private final EventRows rows;
    private final TextSearch search;
    private final Facets facets;

    EventList(EventRows rows, TextSearch search, Facets facets) {
        this.rows = rows;
        this.search = search;
        this.facets = facets;
    }

    /**
     * What is asked of a list.
     *
     * @param asOf the instant whose beliefs are asked for; null for now
     * @param cursor of the page before
     * @param facets names of facets to be counted
     */
    record Question(
            EventFilter filter,
            int limit,
            @Nullable String cursor,
            @Nullable Instant asOf,
            List<String> facets) {}

    /**
     * A page whose events are JSON as it is stored.
     *
     * @param changes number of the last change of the timeline when the page was read
     */
    record Page(
            List<String> items,
            @Nullable String next,
            long changes,
            @Nullable Map<String, List<EventPage.FacetCount>> facets) {}

    /** One page; the cursor must be one of this list. */
    @Transactional
    Page page(Question question) {
        EventTable table = EventTable.at(question.asOf());
        long changes = rows.sequence();
        Found found = question.filter().question() == null
                ? newest(question, table)
                : table.asOf() == null ? best(question) : newestAnswers(question, table);
        Map<String, List<EventPage.FacetCount>> counts =
                question.facets().isEmpty() ? null : facets.of(question.facets(), question.filter(), table);
        return new Page(rows.bodies(found.rows()), found.next(), changes, counts);
    }

    private record Found(List<EventRows.Row> rows, @Nullable String next) {

        static Found of(List<EventRows.Row> oneMore, int limit) {
            if (oneMore.size() <= limit) {
                return new Found(oneMore, null);
            }
            List<EventRows.Row> page = oneMore.subList(0, limit);
            return new Found(page, page.get(limit - 1).cursor().text());
        }
    }

    private Found newest(Question question, EventTable table) {
        EventCondition condition =
                EventCondition.of(question.filter(), table).behind(EventCursor.of(question.cursor()));
        return Found.of(rows.select(condition, EventRows.NEWEST_FIRST, question.limit() + 1), question.limit());
    }

    /** The index says what answers best, the database which of these pass the filters. */
    private Found best(Question question) {
        TextQuery words = TextQuery.of(String.valueOf(question.filter().question()));
        List<EventRows.Row> found = new ArrayList<>();
        TextIndex.Hit last = HitCursor.of(question.cursor());
        int most = HITS_AT_FIRST;
        List<TextIndex.Hit> hits;
        do {
            hits = search.search(words, last, most);
            for (EventRows.Row row : rows.among(EventCondition.of(question.filter(), EventTable.NOW), hits)) {
                if (found.size() == question.limit()) {
                    return new Found(found, HitCursor.text(last(found, hits, last)));
                }
                found.add(row);
            }
            boolean full = hits.size() == most;
            if (found.size() == question.limit() && full) {
                return new Found(found, HitCursor.text(hits.get(hits.size() - 1)));
            }
            last = hits.isEmpty() ? last : hits.get(hits.size() - 1);
            most = HITS_AT_MOST;
            if (!full) {
                return new Found(found, null);
            }
        } while (true);
    }

    private static TextIndex.@Nullable Hit last(
            List<EventRows.Row> found, List<TextIndex.Hit> hits, TextIndex.@Nullable Hit before) {
        String id = found.get(found.size() - 1).id();
        return hits.stream().filter(hit -> hit.id().equals(id)).findFirst().orElse(before);
    }

    /** The index knows what is, not what was: of what was believed, each text is looked at. */
    private Found newestAnswers(Question question, EventTable table) {
        TextQuery words = TextQuery.of(String.valueOf(question.filter().question()));
        EventCursor cursor = EventCursor.of(question.cursor());
        List<EventRows.Row> found = new ArrayList<>();
        List<EventRows.Row> some;
        do {
            some = rows.select(
                    EventCondition.of(question.filter(), table).behind(cursor),
                    EventRows.NEWEST_FIRST,
                    STREAMED_AT_ONCE);
            List<String> bodies = rows.bodies(some);
            for (int index = 0; index < some.size(); index++) {
                if (search.matches(words, bodies.get(index))) {
                    found.add(some.get(index));
                    if (found.size() > question.limit()) {
                        return Found.of(found, question.limit());
                    }
                }
            }
            cursor = some.isEmpty() ? cursor : some.get(some.size() - 1).cursor();
        } while (some.size() == STREAMED_AT_ONCE);
        return Found.of(found, question.limit());
    }

    /** Hands over every event that passes, in the order of the list, some at a time: memory stays flat however many. */
    void forEach(EventFilter filter, @Nullable Instant asOf, int most, Consumer<String> reader) {
        String cursor = null;
        int left = most;
        do {
            Page page = self().page(new Question(filter, Math.min(left, STREAMED_AT_ONCE), cursor, asOf, List.of()));
            page.items().forEach(reader);
            left -= page.items().size();
            cursor = page.next();
        } while (cursor != null && left > 0);
    }

    /** The proxy, so that each page has a transaction of its own. */
    private EventList self() {
        return io.quarkus.arc.Arc.container().instance(EventList.class).get();
    }
}
