package dev.labwire.timeline.form;

import dev.labwire.extraction.Deal;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.timeline.event.Source;
import dev.labwire.timeline.event.TimelineEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
final class CsvForm implements EventForm {

    private static final String FORMULA_BEGINS = "=+-@\t\r\n";

    private record Column(String name, Function<TimelineEvent, @Nullable Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("id", TimelineEvent::id),
            new Column("type", event -> event.type().wireName()),
            new Column("kind", event -> event.kind().wireName()),
            new Column("status", event -> event.status().wireName()),
            new Column("salience", event -> event.salience().wireName()),
            new Column("confidence", event -> number(event.confidence())),
            new Column("headline", TimelineEvent::headline),
            date("date", OccurredOn::date),
            date("precision", date -> date.precision().wireName()),
            move("person", move -> move.person().name()),
            move("personId", move -> move.person().id()),
            move("from", move -> name(move.from())),
            move("fromId", move -> id(move.from())),
            move("to", move -> name(move.to())),
            move("toId", move -> id(move.to())),
            move("role", Move::role),
            move("team", Move::team),
            move("reportsTo", move -> name(move.reportsTo())),
            move("statement", Move::statement),
            release("model", release -> release.model().name()),
            release("modelId", release -> release.model().id()),
            release("family", CsvForm::family),
            release("organization", release -> name(release.organization())),
            release("organizationId", release -> id(release.organization())),
            release("contextTokens", Release::contextTokens),
            release("parameters", Release::parameters),
            release("license", Release::license),
            release("priceIn", release -> number(release.priceIn())),
            release("priceOut", release -> number(release.priceOut())),
            release("benchmarks", CsvForm::benchmarks),
            deal("parties", deal -> joined(deal, Reference::name)),
            deal("partyIds", deal -> joined(deal, Reference::id)),
            deal("amountUsd", deal -> number(deal.amountUsd())),
            deal("subject", Deal::subject),
            new Column("sourceCount", TimelineEvent::sourceCount),
            new Column(
                    "sources",
                    event -> event.sources().stream().map(Source::url).collect(Collectors.joining(" "))),
            source("sourceTitle", Source::title),
            source("publisher", Source::publisher),
            source("publishedAt", Source::publishedAt),
            new Column("quote", event -> event.sources().stream()
                    .map(Source::quote)
                    .findFirst()
                    .orElse(null)),
            new Column("firstSeenAt", TimelineEvent::firstSeenAt),
            new Column("updatedAt", TimelineEvent::updatedAt));

    private final CSVPrinter printer;

    CsvForm(FormHead head, OutputStream to) throws IOException {
        printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(COLUMNS.stream().map(Column::name).toList());
    }

    /** Of the first source, which is the first that has the event as its news. */
    private static Column source(String name, Function<Source, @Nullable Object> value) {
        return new Column(
                name, event -> event.sources().stream().findFirst().map(value).orElse(null));
    }

    private static Column date(String name, Function<OccurredOn, @Nullable Object> value) {
        return new Column(name, event -> event.occurredOn() == null ? null : value.apply(event.occurredOn()));
    }

    private static Column move(String name, Function<Move, @Nullable Object> value) {
        return new Column(name, event -> event.move() == null ? null : value.apply(event.move()));
    }

    private static Column release(String name, Function<Release, @Nullable Object> value) {
        return new Column(name, event -> event.release() == null ? null : value.apply(event.release()));
    }

    private static Column deal(String name, Function<Deal, @Nullable Object> value) {
        return new Column(name, event -> event.deal() == null ? null : value.apply(event.deal()));
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }

    private static @Nullable String id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }

    private static @Nullable String family(Release release) {
        ModelReference model = release.model();
        return model.family();
    }

    private static String benchmarks(Release release) {
        return release.benchmarks().stream()
                .map(benchmark -> benchmark.name() + " " + number(benchmark.score()) + benchmark.unit())
                .collect(Collectors.joining("; "));
    }

    private static String joined(Deal deal, Function<Reference, String> part) {
        return deal.organizations().stream().map(part).collect(Collectors.joining("; "));
    }

    /** Without an exponent, which spreadsheets round. */
    private static @Nullable BigDecimal number(@Nullable Double value) {
        return value == null ? null : new BigDecimal(BigDecimal.valueOf(value).toPlainString());
    }

    @Override
    public void event(TimelineEvent event) throws IOException {
        List<Object> cells = new ArrayList<>();
        COLUMNS.forEach(column -> cells.add(cell(column.value().apply(event))));
        printer.printRecord(cells);
    }

    private static Object cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
