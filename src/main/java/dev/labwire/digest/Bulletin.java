package dev.labwire.digest;

import java.util.List;
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
     * One event.
     *
     * @param mark why it stands here, where that is not that it is new
     * @param facts date, status, role, price and the like, each short
     * @param before what was told before, of a correction
     * @param quote the sentence that says it
     * @param quoteLanguage its language, as a tag
     * @param quoteSource who says so
     * @param sources who tells of it, but for the one that is quoted
     * @param count how many tell of it, in words
     */
    public record Item(
            String headline,
            String url,
            @Nullable String mark,
            boolean correction,
            List<String> facts,
            @Nullable String before,
            @Nullable String quote,
            @Nullable String quoteLanguage,
            @Nullable Link quoteSource,
            List<Link> sources,
            String count) {

        public Item {
            facts = List.copyOf(facts);
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
