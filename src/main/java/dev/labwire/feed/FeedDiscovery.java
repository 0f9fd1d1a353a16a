package dev.labwire.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.ListingHeuristic;
import dev.labwire.feed.document.ListingReader;
import dev.labwire.feed.document.Reading;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebRequest;
import dev.labwire.problem.ProblemException;
import dev.labwire.text.SecretUrl;
import dev.labwire.text.Urls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a site can be followed by: the feeds that its page names, those that stand where feeds usually stand, and,
 * where the page itself lists articles, selectors to read it with. Each is tried before it is shown. Stores nothing.
 */
@Singleton
public class FeedDiscovery {

    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int MOST_NAMED = 8;
    private static final int MOST_LISTINGS = 3;
    private static final List<String> USUAL =
            List.of("feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss", "feed.json");

    private final WebClient web;

    FeedDiscovery(WebClient web) {
        this.web = web;
    }

    /** How something was found. */
    public enum Way {
        /** The page itself is a feed. */
        @JsonProperty("itself")
        ITSELF,
        /** The page names it. */
        @JsonProperty("named")
        NAMED,
        /** It stands where feeds usually stand. */
        @JsonProperty("usual")
        USUAL,
        /** The page lists articles. */
        @JsonProperty("listing")
        LISTING
    }

    /**
     * What the site can be followed by, ready to be previewed or added.
     *
     * @param type {@code feed} or {@code page}
     * @param title what it calls itself
     * @param select how the page is read; null for a feed
     * @param newest the date of its newest entry
     * @param samples titles of the first entries
     */
    @Schema(name = "FeedCandidate")
    public record Candidate(
            String url,
            String type,
            @Nullable String title,
            @Schema(implementation = Object.class) @Nullable Object select,
            Way foundBy,
            int entries,
            @Nullable Instant newest,
            List<String> samples) {

        public Candidate {
            samples = List.copyOf(samples);
        }
    }

    /**
     * What was found.
     *
     * @param error why the page itself could not be read; null when it was
     */
    @Schema(name = "Discovery")
    public record Discovery(String site, @Nullable String error, List<Candidate> candidates) {

        public Discovery {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Looks at a site.
     *
     * @param site an address, with or without its scheme
     * @throws ProblemException 400 where it is none that may be asked
     */
    public Discovery discover(@Nullable String site) {
        String address = address(site);
        long end = System.nanoTime() + BUDGET.toNanos();
        WebAnswer answer = web.get(WebRequest.feed(address, null, null));
        List<Candidate> found = new ArrayList<>();
        String error =
                answer instanceof WebAnswer.Failed failed ? failed.message() : look((Fetched) answer, found, end);
        if (found.stream().noneMatch(candidate -> candidate.type().equals("feed"))) {
            tryUsual(URI.create(address), found, end);
        }
        return new Discovery(SecretUrl.redactedIn(address), error == null ? null : SecretUrl.redactedIn(error), found);
    }

    private String address(@Nullable String site) {
        String text = site == null ? "" : site.strip();
        String address = text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "https://" + text;
        Optional<URI> uri = Urls.web(address);
        if (text.isEmpty() || text.length() > 2000 || uri.isEmpty() || web.refuses(address)) {
            throw ProblemException.badInput(
                    "site", "must be an http or https address outside of the networks that are closed to this service");
        }
        return uri.get().toString();
    }

    /** Why the page could not be read; null when it was. */
    private @Nullable String look(Fetched page, List<Candidate> found, long end) {
        if (page.status() != 200) {
            return FeedFetcher.reason(page);
        }
        if (FeedFetcher.read(page, null) instanceof Reading.Entries itself) {
            found.add(feed(page.finalUri(), Way.ITSELF, itself));
            return null;
        }
        Document document;
        try {
            document =
                    ListingReader.page(page.body(), page.header("content-type").orElse(null), page.finalUri());
        } catch (IOException | IllegalArgumentException broken) {
            return "the page cannot be read: " + broken.getMessage();
        }
        for (URI named : named(document, page.finalUri())) {
            tryFeed(named, Way.NAMED, found, end);
        }
        ListingHeuristic.guesses(document, page.finalUri(), MOST_LISTINGS)
                .forEach(guess -> found.add(listing(page.finalUri(), document, guess)));
        return null;
    }

    /** Links to feeds, by their type or by their address, in the order of the page. */
    private static Set<URI> named(Document document, URI base) {
        Set<URI> named = new LinkedHashSet<>();
        document.select("link[rel][type]").stream()
                .filter(link -> List.of(
                                link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"))
                        .contains("alternate"))
                .filter(link -> link.attr("type")
                        .matches("(?i)application/(rss|atom|rdf|feed)\\+(xml|json).*"
                                + "|(?:application|text)/xml.*|application/json.*"))
                .forEach(link -> Urls.resolve(base, link.attr("href")).ifPresent(named::add));
        document.select("a[href]").stream()
                .filter(link -> link.attr("href")
                        .matches(
                                "(?i)[^?#]*(?:/|\\b)(?:rss|atom|feeds?|index)(?:\\.xml|\\.rss|\\.atom|\\.json)(?:[?#].*)?"
                                        + "|[^?#]*/(?:rss|feed)/?(?:[?#].*)?"))
                .forEach(link -> Urls.resolve(base, link.attr("href")).ifPresent(named::add));
        return new LinkedHashSet<>(named.stream().limit(MOST_NAMED).toList());
    }

    private void tryUsual(URI site, List<Candidate> found, long end) {
        URI root = Urls.resolve(site, "/").orElse(site);
        String path = Objects.requireNonNullElse(site.getRawPath(), "");
        Set<URI> places = new LinkedHashSet<>();
        if (path.length() > 1) {
            URI folder = URI.create(site.toString().replaceFirst("[?#].*$", "").replaceFirst("/*$", "/"));
            USUAL.forEach(name -> Urls.resolve(folder, name).ifPresent(places::add));
        }
        USUAL.forEach(name -> Urls.resolve(root, name).ifPresent(places::add));
        for (URI place : places) {
            boolean enough = tryFeed(place, Way.USUAL, found, end);
            if (enough) {
                return;
            }
        }
    }

    /** Whether there is a feed at this address that was not found before. */
    private boolean tryFeed(URI address, Way way, List<Candidate> found, long end) {
        if (System.nanoTime() > end || web.refuses(address.toString())) {
            return false;
        }
        if (web.get(WebRequest.feed(address.toString(), null, null)) instanceof Fetched answer
                && answer.status() == 200
                && FeedFetcher.read(answer, null) instanceof Reading.Entries entries) {
            Candidate candidate = feed(answer.permanentUri() == null ? address : answer.permanentUri(), way, entries);
            boolean isNew = found.stream().noneMatch(other -> other.url().equals(candidate.url()));
            return isNew && found.add(candidate);
        }
        return false;
    }

    private static Candidate feed(URI address, Way way, Reading.Entries read) {
        return candidate(address, "feed", null, null, way, read.entries());
    }

    private static Candidate listing(URI address, Document document, ListingHeuristic.Guess guess) {
        String title = document.title().isBlank() ? null : document.title();
        return candidate(address, "page", title, guess.selectors(), Way.LISTING, guess.entries());
    }

    private static Candidate candidate(
            URI address,
            String type,
            @Nullable String title,
            @Nullable Selectors select,
            Way way,
            List<Entry> entries) {
        return new Candidate(
                SecretUrl.redacted(address.toString()),
                type,
                title,
                select,
                way,
                entries.size(),
                entries.stream()
                        .map(Entry::publishedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null),
                entries.stream()
                        .map(Entry::title)
                        .filter(Objects::nonNull)
                        .limit(3)
                        .toList());
    }
}
