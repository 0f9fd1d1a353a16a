package dev.labwire.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.feed.Opml.Outline;
import dev.labwire.problem.Problem;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.SecretUrl;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Adds the feeds of an OPML document. One that can't be taken stops none of the others, and none is asked for before it
 * is taken: a feed whose server is away today is a feed.
 */
@Singleton
class OpmlImport {

    private final FeedEditor editor;
    private final FeedRequest requests;
    private final FeedRepository feeds;
    private final FeedReconciler reconciler;

    OpmlImport(FeedEditor editor, FeedRequest requests, FeedRepository feeds, FeedReconciler reconciler) {
        this.editor = editor;
        this.requests = requests;
        this.feeds = feeds;
        this.reconciler = reconciler;
    }

    /** What became of one outline. */
    enum Outcome {
        /** It is a feed now; in a dry run, it would be. */
        @JsonProperty("added")
        ADDED,
        /** It was a feed already, or stands in the document twice. */
        @JsonProperty("known")
        KNOWN,
        /** It can't be taken; the message says why. */
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * What became of one outline.
     *
     * @param line where it stands in the document, counted from 1
     * @param id of the feed; null where it was refused, or was not added in a dry run
     * @param message why it was refused
     */
    @Schema(name = "OpmlLine")
    record Line(
            int line,
            @Nullable String title,
            @Nullable String url,
            Outcome outcome,
            @Nullable String id,
            @Nullable String message) {}

    /** What became of a document. */
    @Schema(name = "OpmlReport")
    record Report(int added, int known, int refused, List<Line> lines) {

        static Report of(List<Line> lines) {
            return new Report(
                    count(lines, Outcome.ADDED), count(lines, Outcome.KNOWN), count(lines, Outcome.REFUSED), lines);
        }

        private static int count(List<Line> lines, Outcome outcome) {
            return (int)
                    lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }

    /** The outlines of a document. */
    static List<Outline> outlines(@Nullable String text) {
        List<Outline> outlines = text == null ? null : Opml.read(text);
        if (outlines == null) {
            throw ProblemException.badInput("body", "is no OPML: there is no <opml> element in it");
        }
        if (outlines.isEmpty()) {
            throw ProblemException.badInput("body", "names no feed: no <outline> has an xmlUrl");
        }
        if (outlines.size() > Opml.MOST_OUTLINES) {
            throw ProblemException.tooLarge("a document may name " + Opml.MOST_OUTLINES + " feeds");
        }
        return outlines;
    }

    @WriteTransaction(durable = true)
    Report add(List<Outline> outlines) {
        Known known = known();
        return Report.of(outlines.stream()
                .map(outline -> report(outline, known, feed -> editor.add(feed, known.retired(feed.slug()))))
                .toList());
    }

    /** What {@link #add} would do. */
    @Transactional
    Report rehearse(List<Outline> outlines) {
        Known known = known();
        return Report.of(outlines.stream()
                .map(outline -> report(outline, known, feed -> {}))
                .toList());
    }

    /** The feeds that there are, and those that the document has added to them so far. */
    private record Known(
            List<FeedDefinition> feeds, Set<String> slugs, Map<String, Feed> rows, KnownAddresses addresses) {

        @Nullable
        FeedDefinition reading(FeedDefinition wanted) {
            return feeds.stream()
                    .filter(feed -> feed.readsTheSameAs(wanted))
                    .findFirst()
                    .orElse(null);
        }

        void add(FeedDefinition feed) {
            feeds.add(feed);
            slugs.add(feed.slug());
        }

        Optional<Feed> retired(String slug) {
            return Optional.ofNullable(rows.get(slug));
        }
    }

    private Known known() {
        Map<String, Feed> rows =
                feeds.listAll().stream().collect(Collectors.toMap(feed -> feed.slug, Function.identity()));
        Known known = new Known(new ArrayList<>(), new HashSet<>(), rows, reconciler.addresses());
        rows.values().stream()
                .filter(feed -> feed.retiredAt == null)
                .map(Feed::definition)
                .forEach(known::add);
        return known;
    }

    private Line report(Outline outline, Known known, Consumer<FeedDefinition> add) {
        try {
            FeedDefinition wanted = requests.read(outline.feed(), null, known.addresses());
            FeedDefinition same = known.reading(wanted);
            if (same != null) {
                return line(outline, Outcome.KNOWN, same.slug(), null);
            }
            FeedDefinition free = FeedEditor.renamed(wanted, known.slugs()::contains);
            known.add(free);
            add.accept(free);
            return line(outline, Outcome.ADDED, free.slug(), null);
        } catch (ProblemException refusal) {
            return line(outline, Outcome.REFUSED, null, reasons(refusal.problem()));
        }
    }

    private static String reasons(Problem problem) {
        return problem.errors().stream().map(Problem.FieldError::message).collect(Collectors.joining("; "));
    }

    private static Line line(Outline outline, Outcome outcome, @Nullable String id, @Nullable String message) {
        JsonNode feed = outline.feed();
        return new Line(
                outline.line(),
                feed.hasNonNull("title") ? feed.get("title").asText() : null,
                feed.hasNonNull("url") ? SecretUrl.redactedIn(feed.get("url").asText()) : null,
                outcome,
                id,
                message);
    }
}
