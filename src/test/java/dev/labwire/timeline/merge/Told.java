package dev.labwire.timeline.merge;

import dev.labwire.directory.OrganizationKinship;
import dev.labwire.extraction.Benchmark;
import dev.labwire.extraction.Deal;
import dev.labwire.extraction.Kind;
import dev.labwire.extraction.Mention;
import dev.labwire.extraction.MentionBlock;
import dev.labwire.extraction.ModelReference;
import dev.labwire.extraction.Move;
import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Reference;
import dev.labwire.extraction.Release;
import dev.labwire.extraction.Salience;
import dev.labwire.extraction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a story for a test, a wither at a time: what, who, by which outlet and when. Each wither answers a copy. */
public final class Told implements Cloneable {

    /** Google with its DeepMind, Meta with its lab. */
    public static final OrganizationKinship KIN = (one, other) -> house(one).equals(house(other));

    private static final AtomicLong ROWS = new AtomicLong();

    private final Kind kind;
    private final String subject;
    private final @Nullable String from;
    private final @Nullable String to;
    private List<String> parties = List.of();
    private @Nullable Double amount;
    private @Nullable Double priceIn;
    private List<Benchmark> benchmarks = List.of();
    private @Nullable String role;
    private @Nullable String person;
    private Status status = Status.CONFIRMED;
    private Salience salience = Salience.PRIMARY;
    private boolean held;
    private double confidence = 0.9;
    private @Nullable OccurredOn date;
    private String url;
    private int ordinal;
    private @Nullable String organization;
    private @Nullable Instant published;
    private String quote = "quote";

    private Told(Kind kind, String subject, @Nullable String from, @Nullable String to) {
        this.kind = kind;
        this.subject = subject;
        this.from = from;
        this.to = to;
        this.url = "https://news.example/" + kind.wireName() + "/" + subject;
    }

    private static String house(String organization) {
        return Map.of("google-deepmind", "google", "meta-superintelligence-labs", "meta")
                .getOrDefault(organization, organization);
    }

    public static Told move(Kind kind, String person, @Nullable String from, @Nullable String to) {
        return new Told(kind, person, from, to);
    }

    public static Told release(Kind kind, String model) {
        return move(kind, model, null, "openai");
    }

    public static Told deal(Kind kind, @Nullable Double amount, String... parties) {
        return move(kind, "", null, null).with(copy -> {
            copy.parties = List.of(parties);
            copy.amount = amount;
        });
    }

    private Told with(Consumer<Told> change) {
        try {
            Told copy = (Told) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public Told as(Status other) {
        return with(copy -> copy.status = other);
    }

    /** US dollars per million input tokens. */
    public Told priced(double in) {
        return with(copy -> copy.priceIn = in);
    }

    public Told scoring(String benchmark, double percent) {
        return with(copy -> copy.benchmarks = List.of(new Benchmark(benchmark, percent, "%")));
    }

    /** With the person's name in that form. */
    public Told named(String name) {
        return with(copy -> copy.person = name);
    }

    public Told role(String title) {
        return with(copy -> copy.role = title);
    }

    public Told recalled() {
        return with(copy -> copy.salience = Salience.BACKGROUND);
    }

    public Told heldBack() {
        return with(copy -> copy.held = true);
    }

    /** {@code 2026-05-19}, {@code 2026-05}, {@code 2026} or {@code by 2026-05-19}. */
    public Told on(String when) {
        OccurredOn occurred =
                switch (when.length()) {
                    case 4 -> OccurredOn.year(Year.parse(when));
                    case 7 -> OccurredOn.month(YearMonth.parse(when));
                    case 10 -> OccurredOn.day(LocalDate.parse(when));
                    default -> OccurredOn.by(LocalDate.parse(when.substring(3)));
                };
        return with(copy -> copy.date = occurred);
    }

    /** An outlet's article of that day; its URL follows from both. */
    public Told by(String outlet, String day) {
        return at("https://" + outlet + ".example/" + day, 0, day);
    }

    public Told at(String address, int place, String day) {
        return with(copy -> {
            copy.url = address;
            copy.ordinal = place;
            copy.published = Instant.parse(day + "T09:00:00Z");
        });
    }

    public Told undatedArticle() {
        return with(copy -> copy.published = null);
    }

    public Told ownSource(String organizationId) {
        return with(copy -> copy.organization = organizationId);
    }

    public Told saying(String words) {
        return with(copy -> copy.quote = words);
    }

    public Told sure(double likelihood) {
        return with(copy -> copy.confidence = likelihood);
    }

    public String url() {
        return url;
    }

    @Nullable
    public Instant published() {
        return published;
    }

    public Mention mention() {
        return new Mention(
                kind.type(),
                kind,
                status,
                confidence,
                salience,
                held,
                date,
                kind.type() == dev.labwire.extraction.EventType.PEOPLE_MOVE ? moveBody() : null,
                kind.type() == dev.labwire.extraction.EventType.MODEL_RELEASE ? releaseBody() : null,
                kind.type() == dev.labwire.extraction.EventType.DEAL ? dealBody() : null,
                quote,
                Mention.QuotePart.TEXT,
                0,
                quote.length());
    }

    private Move moveBody() {
        return new Move(
                person == null ? reference(subject) : new Reference(subject, person),
                orNull(from),
                orNull(to),
                role,
                null,
                null,
                null);
    }

    private Release releaseBody() {
        return new Release(
                orNull(to),
                new ModelReference(subject, name(subject), null),
                null,
                null,
                null,
                priceIn,
                null,
                benchmarks);
    }

    private Deal dealBody() {
        return new Deal(parties.stream().map(Told::reference).toList(), amount, null);
    }

    public Telling telling() {
        ArticleFacts article = new ArticleFacts(
                ROWS.incrementAndGet(),
                "key of " + url,
                url,
                "title",
                null,
                organization,
                published,
                published == null ? Instant.parse("2026-01-01T00:00:00Z") : published.plusSeconds(600),
                "en");
        return new Telling(ROWS.incrementAndGet(), ordinal, MentionBlock.of(mention()), mention(), article);
    }

    public static List<Happening> merged(Told... tellings) {
        return new Merger(KIN).merge(Arrays.stream(tellings).map(Told::telling).toList(), List.of());
    }

    private static @Nullable Reference orNull(@Nullable String id) {
        return id == null ? null : reference(id);
    }

    public static Reference reference(String id) {
        return new Reference(id, name(id));
    }

    private static String name(String id) {
        return switch (id) {
            case "openai" -> "OpenAI";
            case "gpt-5" -> "GPT-5";
            default ->
                Arrays.stream(id.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce((one, other) -> one + " " + other)
                        .orElse(id);
        };
    }
}
