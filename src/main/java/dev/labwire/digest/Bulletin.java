package dev.labwire.digest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An edition in words, ready to be laid out: for the templates.
 *
 * @param language of the labels, as a tag
 * @param subject of the mail
 * @param date as the reader writes it
 * @param notices what is said besides, such as how much more there is; each a sentence
 * @param figures the week in numbers
 * @param footer links at the end
 */
public record Bulletin(
        String language,
        String subject,
        String title,
        String date,
        List<Section> sections,
        List<String> notices,
        String week,
        List<Figure> figures,
        @Nullable String why,
        List<Link> footer) {

    public Bulletin {
        sections = List.copyOf(sections);
        notices = List.copyOf(notices);
        figures = List.copyOf(figures);
        footer = List.copyOf(footer);
    }

    /** A group of items under one heading. */
    public record Section(String title, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One event, or several that one sentence tells of.
     *
     * @param headlines of the events, the first in rank first
     * @param mark why it stands here, where that is not that it is new
     * @param before what was told before, of a correction
     * @param quote the sentence that says it
     * @param quoteLanguage its language, as a tag
     * @param quoteSource who says so
     * @param sources who tells of it, but for the one that is quoted
     * @param count how many tell of it, in words
     */
    public record Item(
            List<Headline> headlines,
            @Nullable String mark,
            @Nullable String before,
            @Nullable String quote,
            @Nullable String quoteLanguage,
            @Nullable Link quoteSource,
            List<Link> sources,
            String count) {

        public Item {
            headlines = List.copyOf(headlines);
            sources = List.copyOf(sources);
        }

        /** How many tell of it, and who besides the one that is quoted. */
        public String countLine() {
            return sources.isEmpty()
                    ? count
                    : count + ": "
                            + Stream.concat(Stream.ofNullable(quoteSource), sources.stream())
                                    .map(Link::label)
                                    .collect(Collectors.joining(", "));
        }

        /** Whether the other says so by the same sentence, for the same reason. */
        boolean goesWith(Item other) {
            return quote != null
                    && quote.equals(other.quote)
                    && Objects.equals(quoteSource, other.quoteSource)
                    && Objects.equals(mark, other.mark)
                    && sources.equals(other.sources)
                    && before == null
                    && other.before == null;
        }

        /** Tells of the other's events too. */
        Item with(Item other) {
            List<String> facts = other.headlines.get(0).facts();
            return new Item(
                    Stream.concat(
                                    headlines.stream()
                                            .map(headline ->
                                                    headline.facts().equals(facts) ? headline.bare() : headline),
                                    other.headlines.stream())
                            .toList(),
                    mark,
                    before,
                    quote,
                    quoteLanguage,
                    quoteSource,
                    sources,
                    count);
        }
    }

    /**
     * What happened, in a few words.
     *
     * @param facts date, status, role, price and the like, each short
     */
    public record Headline(String text, String url, List<String> facts) {

        public Headline {
            facts = List.copyOf(facts);
        }

        /** Without facts, where those below it are the same. */
        Headline bare() {
            return new Headline(text, url, List.of());
        }

        /** The facts in one line. */
        public String factLine() {
            return String.join(" · ", facts);
        }
    }

    /** A number and what it counts. */
    public record Figure(String label, long number) {}

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}
}
