package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import dev.labwire.text.Hashes;
import dev.labwire.timeline.form.EventForm;
import dev.labwire.timeline.form.Form;
import dev.labwire.timeline.form.FormHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes every event that passes a filter in some form, a page of them at a time, so that memory stays flat. */
@ApplicationScoped
class EventForms {

    static final String LINES = "jsonl";
    private static final String LINES_TYPE = "application/x-ndjson; charset=utf-8";
    private static final int AT_ONCE = 500;

    private final EventQuestions questions;
    private final EventList list;
    private final EventJson json;
    private final TimelineConfig config;

    EventForms(EventQuestions questions, EventList list, EventJson json, TimelineConfig config) {
        this.questions = questions;
        this.list = list;
        this.json = json;
        this.config = config;
    }

    /** A list in a form, ready to be written. */
    record Export(
            EventList.Question question,
            EventList.Page first,
            @Nullable Form form,
            URI self) {

        String mediaType() {
            return form == null ? LINES_TYPE : form.mediaType();
        }

        /**
         * Names the state of the timeline that it was asked of: another state may say something else. Which feed an article
         * came through is no part of that state.
         */
        Optional<String> tag() {
            EventFilter filter = question.filter();
            boolean ofFeeds = !filter.feeds().isEmpty() || !filter.tags().isEmpty();
            return ofFeeds
                    ? Optional.empty()
                    : Optional.of(Hashes.sha256Hex(self + " " + first.changes()).substring(0, 32));
        }
    }

    /** The list that query parameters ask for, in the form whose addresses end so. */
    Export export(String suffix, Map<String, List<String>> query, URI address) {
        Optional<Form> form = Form.of(suffix);
        if (form.isEmpty() && !suffix.equals(LINES)) {
            throw ProblemException.notFound("There is no form '" + suffix + "' of events.");
        }
        EventList.Question question = questions.export(query, Integer.MAX_VALUE);
        String own = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        return new Export(
                question,
                list.page(some(question, null, 0)),
                form.orElse(null),
                config.publicUrl().resolve(own));
    }

    void write(Export export, OutputStream to) throws IOException {
        OutputStream buffered = new BufferedOutputStream(to, 1 << 16);
        if (export.form() == null) {
            each(export, body -> {
                buffered.write(body.getBytes(StandardCharsets.UTF_8));
                buffered.write('\n');
            });
        } else {
            EventForm form = export.form().beginning().begin(head(export), buffered);
            each(export, body -> form.event(json.event(body)));
            form.end();
        }
        buffered.flush();
    }

    private FormHead head(Export export) {
        Instant updated = export.first().items().stream()
                .map(body -> json.event(body).updatedAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new FormHead(export.self(), config.publicUrl(), updated);
    }

    private interface Reader {
        void read(String body) throws IOException;
    }

    private void each(Export export, Reader reader) throws IOException {
        EventList.Page page = export.first();
        int written = 0;
        while (true) {
            for (String body : page.items()) {
                reader.read(body);
            }
            written += page.items().size();
            if (page.next() == null || written >= export.question().limit()) {
                return;
            }
            page = list.page(some(export.question(), page.next(), written));
        }
    }

    private static EventList.Question some(EventList.Question question, @Nullable String cursor, int written) {
        int limit = Math.min(AT_ONCE, question.limit() - written);
        return new EventList.Question(question.filter(), limit, cursor, question.asOf(), List.of());
    }
}
