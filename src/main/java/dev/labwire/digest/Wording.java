package dev.labwire.digest;

import dev.labwire.digest.Bulletin.Headline;
import dev.labwire.digest.Bulletin.Item;
import dev.labwire.digest.Bulletin.Link;
import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.event.Source;
import dev.labwire.timeline.event.TimelineEvent;
import java.net.URI;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts events into words of one language. */
final class Wording {

    private static final int LONGEST_QUOTE = 320;
    private static final int SENTENCE = 60;
    private static final int LONGEST_FACT = 120;
    private static final int SOURCES = 4;
    private static final int BENCHMARKS = 3;

    private final DigestLabels labels;
    private final Locale locale;
    private final Links links;

    Wording(DigestLabels labels, Locale locale, Links links) {
        this.labels = labels;
        this.locale = locale;
        this.links = links;
    }

    Item item(Entry entry) {
        TimelineEvent event = entry.event();
        Source quoted = quoted(event);
        return new Item(
                List.of(new Headline(clean(event.headline()), links.event(event.id()), facts(entry))),
                mark(entry.mark()),
                before(entry),
                quoted == null ? null : shortened(clean(quoted.quote()), LONGEST_QUOTE),
                quoted == null ? null : quoted.language(),
                quoted == null ? null : link(quoted),
                others(event, quoted),
                event.sourceCount() == 1 ? labels.oneSource() : labels.sources(event.sourceCount()));
    }

    /** The first that says more than a headline does, or the first at all. */
    private static @Nullable Source quoted(TimelineEvent event) {
        return event.sources().stream()
                .filter(source -> source.quote().length() >= SENTENCE)
                .findFirst()
                .or(() -> event.sources().stream()
                        .filter(source -> !source.quote().isBlank())
                        .findFirst())
                .orElse(null);
    }

    private @Nullable String mark(Mark mark) {
        return switch (mark) {
            case NEW -> null;
            case CONFIRMED -> labels.markConfirmed();
            case DENIED -> labels.markDenied();
            case CORRECTED -> labels.markCorrected();
            case WITHDRAWN -> labels.markWithdrawn();
        };
    }

    private @Nullable String before(Entry entry) {
        if (entry.mark() == Mark.WITHDRAWN) {
            return labels.withdrawn();
        }
        boolean differs = entry.correction()
                && entry.before() != null
                && !entry.before().headline().equals(entry.event().headline());
        return differs ? labels.before(clean(entry.before().headline())) : null;
    }

    private List<String> facts(Entry entry) {
        TimelineEvent event = entry.event();
        List<String> facts = new ArrayList<>();
        add(facts, event.occurredOn() == null ? null : date(event.occurredOn()));
        add(facts, entry.mark() == Mark.DENIED ? null : status(event.status()));
        if (event.move() != null) {
            facts(event.move(), facts);
        }
        if (event.release() != null) {
            facts(event.release(), facts);
        }
        if (event.deal() != null) {
            facts(event.deal(), facts);
        }
        return facts;
    }

    private static void add(List<String> facts, @Nullable String fact) {
        if (fact != null && !fact.isBlank()) {
            facts.add(shortened(clean(fact), LONGEST_FACT));
        }
    }

    private static void facts(Move move, List<String> facts) {
        add(facts, move.role());
        add(facts, move.team());
    }

    private void facts(Release release, List<String> facts) {
        add(facts, release.contextTokens() == null ? null : labels.context(whole(release.contextTokens())));
        add(facts, release.parameters() == null ? null : labels.parameters(compact(release.parameters())));
        add(facts, release.license());
        if (release.priceIn() != null && release.priceOut() != null) {
            add(facts, labels.price(money(release.priceIn()), money(release.priceOut())));
        }
        release.benchmarks().stream().limit(BENCHMARKS).map(this::benchmark).forEach(fact -> add(facts, fact));
    }

    private String benchmark(Benchmark benchmark) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        String unit = "%".equals(benchmark.unit()) ? "%" : "";
        return benchmark.name() + " " + format.format(benchmark.score()) + unit;
    }

    private void facts(Deal deal, List<String> facts) {
        add(facts, deal.amountUsd() == null ? null : labels.amount(compact(Math.round(deal.amountUsd()))));
        add(facts, deal.subject());
    }

    private @Nullable String status(Status status) {
        return switch (status) {
            case CONFIRMED -> null;
            case REPORTED -> labels.reported();
            case RUMORED -> labels.rumored();
            case DENIED -> labels.denied();
        };
    }

    /** A day as the reader writes it. */
    String date(LocalDate day, FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(day);
    }

    private String date(OccurredOn date) {
        return switch (date.precision()) {
            case DAY, BY -> date(date.lastDay(), FormatStyle.MEDIUM);
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.from(date.lastDay()));
            case YEAR -> date.date();
        };
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String compact(long number) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.LONG);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private String money(double dollars) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(dollars);
    }

    private static List<Link> others(TimelineEvent event, @Nullable Source quoted) {
        Map<String, Link> byName = new LinkedHashMap<>();
        String shown = quoted == null ? null : name(quoted);
        event.sources().stream()
                .flatMap(source -> Stream.ofNullable(link(source)))
                .filter(link -> !Objects.equals(link.label(), shown))
                .forEach(link -> byName.putIfAbsent(link.label(), link));
        return byName.values().stream().limit(SOURCES).toList();
    }

    /** Addresses come from strangers: only those that a browser opens as pages are made into links. */
    private static @Nullable Link link(Source source) {
        String url = source.url();
        return url.startsWith("https://") || url.startsWith("http://") ? new Link(name(source), url) : null;
    }

    private static String name(Source source) {
        if (source.publisher() != null && !source.publisher().isBlank()) {
            return shortened(clean(source.publisher()), LONGEST_FACT);
        }
        try {
            String host = URI.create(source.url()).getHost();
            return host == null ? source.url() : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException unreadable) {
            return shortened(source.url(), LONGEST_FACT);
        }
    }

    /** One line, without what turns the direction of the text around it. */
    static String clean(String text) {
        return text.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]", "")
                .replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .strip();
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > most / 2 ? blank : end).stripTrailing() + "…";
    }
}
