package dev.labwire.timeline;

import dev.labwire.extraction.Move;
import dev.labwire.extraction.Reference;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.merge.Organizations;
import dev.labwire.timeline.search.TextIndex;
import dev.labwire.timeline.search.TextQuery;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Full text search. Its index follows the numbers of the timeline's changes: a search first takes in what changed since the
 * last one, so that it never answers less than the timeline holds. An index of another database, of a later state, or one
 * that can't be read is made anew.
 */
@ApplicationScoped
class TextSearch {

    private static final Logger LOG = Logger.getLogger(TextSearch.class);

    /** names the way texts are made and cut into words */
    private static final String FORM = "1";

    private static final int BATCH = 500;
    private static final long SAVED_EVERY = 20_000;

    private final EventRows rows;
    private final EventJson json;
    private final Path folder;

    private @Nullable TextIndex index;
    private @Nullable String identity;
    private volatile boolean closing;
    private long known;
    private long saved;

    TextSearch(EventRows rows, EventJson json, TimelineConfig config) {
        this.rows = rows;
        this.json = json;
        this.folder = config.dataDir().resolve("search");
    }

    /** The best answers behind that one, the best first. */
    @Transactional
    List<TextIndex.Hit> search(TextQuery question, TextIndex.@Nullable Hit behind, int most) {
        return current().search(question, behind, most);
    }

    /** Whether what an event says answers the question. */
    boolean matches(TextQuery question, String body) {
        return question.matches(text(json.event(body)));
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void follow() {
        if (!closing) {
            current();
            save();
        }
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        closing = true;
        synchronized (this) {
            if (index != null) {
                save();
                index.close();
                index = null;
            }
        }
    }

    private synchronized TextIndex current() {
        EventRows.State state = rows.state();
        TextIndex open = index == null ? open(state) : index;
        if (state.sequence() < known || !Objects.equals(state.identity(), identity)) {
            open.clear();
            identity = state.identity();
            known = 0;
        }
        while (known < state.sequence()) {
            List<EventRows.Changed> changed = rows.changedSince(known, BATCH);
            enter(open, changed);
            known = changed.isEmpty()
                    ? state.sequence()
                    : changed.get(changed.size() - 1).sequence();
            if (known - saved > SAVED_EVERY) {
                save();
            }
        }
        open.refresh();
        return open;
    }

    private void enter(TextIndex open, List<EventRows.Changed> changed) {
        Map<String, String> bodies = rows.bodiesById(changed);
        for (EventRows.Changed one : changed) {
            String body = bodies.get(one.id());
            if (body == null) {
                open.remove(one.id());
            } else {
                TimelineEvent event = json.event(body);
                LocalDate day = event.occurredOn() == null
                        ? LocalDate.ofInstant(event.firstSeenAt(), ZoneOffset.UTC)
                        : event.occurredOn().lastDay();
                open.put(one.id(), day, event.headline(), text(event));
            }
        }
    }

    /** What a search for words looks through: headline, names, roles and quotes. */
    private static String text(TimelineEvent event) {
        Move move = event.move();
        Stream<@Nullable String> said = move == null
                ? Stream.of(event.deal() == null ? null : event.deal().subject())
                : Stream.of(move.person().name(), move.role(), move.team(), move.statement());
        Stream<String> names =
                Organizations.of(move, event.release(), event.deal()).map(Reference::name);
        Stream<String> quotes = event.sources().stream()
                .flatMap(source -> Stream.of(source.title(), source.quote()).filter(Objects::nonNull));
        return Stream.of(Stream.of(event.headline()), said, names, quotes)
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private TextIndex open(EventRows.State state) {
        identity = state.identity();
        TextIndex opened;
        try {
            opened = TextIndex.open(folder);
        } catch (IOException | RuntimeException unreadable) {
            LOG.warnf("the search index can't be read and is made anew: %s", unreadable);
            opened = anew();
        }
        Map<String, String> notes = opened.notes();
        boolean ours = FORM.equals(notes.get("form")) && Objects.equals(identity, notes.get("identity"));
        known = ours ? Long.parseLong(notes.get("sequence")) : 0;
        saved = known;
        if (!ours) {
            opened.clear();
        }
        index = opened;
        return opened;
    }

    private TextIndex anew() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
            return TextIndex.open(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private synchronized void save() {
        if (index != null && known != saved) {
            index.save(Map.of("form", FORM, "identity", String.valueOf(identity), "sequence", String.valueOf(known)));
            saved = known;
        }
    }
}
